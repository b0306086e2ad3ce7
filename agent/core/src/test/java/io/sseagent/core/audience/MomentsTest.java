package io.sseagent.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final double EXACT = 1e-9;

    @Test
    void theyAreThoseOfTheWholeSample() {
        double[] sample = {1, 2, 2, 3, 3, 3, 4, 50};

        assertThat(of(sample).skewness()).isCloseTo(skewness(sample), within(EXACT));
        assertThat(of(sample).variation()).isCloseTo(deviation(sample) / mean(sample), within(EXACT));
        assertThat(of(sample).count()).isEqualTo(8);
    }

    @Test
    void twoPartsMakeTheWholeAlsoFarFromZero() {
        Random random = new Random(7);
        double[] sample = random.doubles(1000).map(x -> 1e6 - Math.log(x)).toArray();
        Moments sum = new Moments();
        for (int from = 0; from < 1000; from += 125) {
            sum.add(of(Arrays.copyOfRange(sample, from, from + 125)));
        }

        assertThat(sum.skewness()).isCloseTo(skewness(sample), within(1e-5));
        assertThat(sum.skewness()).isCloseTo(of(sample).skewness(), within(1e-5));
        // of an exponential distribution
        assertThat(sum.skewness()).isBetween(1.5, 2.5);
    }

    @Test
    void equalValuesHaveNoSkewnessAndDoNotVary() {
        assertThat(of(5, 5, 5).skewness()).isNaN();
        assertThat(of(5, 5, 5).variation()).isZero();
        assertThat(of(0, 0).variation()).isNaN();
    }

    private static Moments of(double... sample) {
        Moments moments = new Moments();
        for (double value : sample) {
            moments.add(value);
        }
        return moments;
    }

    private static double mean(double[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }

    private static double deviation(double[] sample) {
        return Math.sqrt(powers(sample, 2));
    }

    private static double skewness(double[] sample) {
        return powers(sample, 3) / Math.pow(deviation(sample), 3);
    }

    private static double powers(double[] sample, int power) {
        double mean = mean(sample);
        return Arrays.stream(sample)
                .map(value -> Math.pow(value - mean, power))
                .average()
                .orElseThrow();
    }
}
