package io.sseagent.testapps.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuantileTest {
    private static final SortedMap<Double, Double> NOTHING = new TreeMap<>();

    @Test
    void interpolatesInsideTheBucketThatHoldsTheRank() {
        SortedMap<Double, Double> buckets = buckets(10, 90, 100, 100);

        assertThat(Quantile.of(0.5, NOTHING, buckets)).isCloseTo(0.0275, within(1e-12));
        assertThat(Quantile.of(0.99, NOTHING, buckets)).isCloseTo(0.095, within(1e-12));
    }

    @Test
    void countsOnlyWhatCameSinceTheFirstScrape() {
        assertThat(Quantile.of(0.5, buckets(1000, 1000, 1000, 1000), buckets(1000, 1010, 1010, 1010)))
                .isCloseTo(0.0275, within(1e-12));
    }

    @Test
    void aboveTheLastFiniteBoundItIsThatBound() {
        assertThat(Quantile.of(0.99, NOTHING, buckets(0, 0, 0, 5))).isEqualTo(0.1);
    }

    @Test
    void withoutObservationsThereIsNone() {
        assertThat(Quantile.of(0.5, NOTHING, NOTHING)).isNaN();
        assertThat(Quantile.of(0.5, buckets(1, 2, 3, 4), buckets(1, 2, 3, 4))).isNaN();
    }

    private static SortedMap<Double, Double> buckets(double to5ms, double to50ms, double to100ms, double all) {
        return new TreeMap<>(Map.of(0.005, to5ms, 0.05, to50ms, 0.1, to100ms, Double.POSITIVE_INFINITY, all));
    }
}
