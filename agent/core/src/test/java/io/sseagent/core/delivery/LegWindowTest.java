package io.sseagent.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.Layouts;
import io.sseagent.core.stats.WindowQuantiles;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LegWindowTest {
    private static final double[] QUANTILES = WindowQuantiles.quantiles();
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    /** Eight native buckets per power of two, each read at its upper bound. */
    private static final double NATIVE_ERROR = Math.pow(2, 1.0 / 8) - 1;

    private final LegWindow window = new LegWindow(60 * SECOND, HOUR, 0);

    @Test
    void quantilesAreExactToThreeDigits() {
        long[] values = new Random(1)
                .longs(10_000, TimeUnit.MICROSECONDS.toNanos(10), 40 * SECOND)
                .toArray();
        for (long value : values) {
            window.record(value);
        }
        Arrays.sort(values);

        double[] read = window.read(QUANTILES, SECOND);
        for (int i = 0; i < QUANTILES.length; i++) {
            double exact = values[(int) Math.ceil(QUANTILES[i] * values.length) - 1] / 1e9;
            assertThat(read[i]).isCloseTo(exact, within(exact / 1000));
        }
    }

    @Test
    void whatIsOlderThanTheWindowIsForgotten() {
        window.record(30 * SECOND);
        window.advance(SECOND);
        for (int second = 2; second < 50; second++) {
            window.record(SECOND);
            window.advance(second * SECOND);
        }
        assertThat(window.read(QUANTILES, 50 * SECOND)[3]).isCloseTo(30, within(0.1));
        assertThat(window.read(QUANTILES, 61 * SECOND)[3]).isCloseTo(1, within(0.01));
        assertThat(window.read(QUANTILES, 200 * SECOND)).isNull();
        window.record(2 * SECOND);
        assertThat(window.read(QUANTILES, 201 * SECOND)[0]).isCloseTo(2, within(0.01));
    }

    @Test
    void aTimeBeyondTheHighestIsTheHighest() {
        window.record(Long.MAX_VALUE);
        window.record(0);
        assertThat(window.read(QUANTILES, 0)[3]).isCloseTo(3600, within(4.0));
        assertThat(window.read(QUANTILES, 0)[0]).isZero();
    }

    @Test
    void theNativeHistogramAgreesWithinAnEighthOfAnOctave() {
        HistogramTotals histogram = new HistogramTotals(Layouts.DELIVERY);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long nanos = (long) (Math.exp(random.nextGaussian() * 1.2) * 0.08 * SECOND);
            window.record(nanos);
            histogram.record(nanos);
        }

        double[] exact = window.read(QUANTILES, 0);
        for (int i = 0; i < QUANTILES.length; i++) {
            assertThat(upperBoundAt(histogram, QUANTILES[i]))
                    .isBetween(exact[i] * 0.998, exact[i] * (1 + NATIVE_ERROR) * 1.002);
        }
    }

    /** The upper bound of the native bucket that the quantile is in. */
    private static double upperBoundAt(HistogramTotals histogram, double quantile) {
        long rank = (long) Math.ceil(quantile * histogram.count());
        long[] seen = {histogram.zeroCount()};
        double[] bound = {histogram.layout().zeroThreshold()};
        histogram.visitNative((index, count) -> {
            if (seen[0] < rank) {
                bound[0] = Math.pow(2, index / 8.0);
            }
            seen[0] += count;
        });
        return bound[0];
    }
}
