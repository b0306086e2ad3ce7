package io.sseagent.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BucketLayoutTest {

    @ParameterizedTest
    @EnumSource
    void everyValueIsInItsExactBuckets(GivenLayout given) {
        BucketLayout layout = given.layout;
        SlowBuckets slow = new SlowBuckets(layout, given.unitsPerBase);
        for (long value : interestingValues(given)) {
            int cell = layout.cell(value);
            assertThat(layout.classicIndex(cell))
                    .as("classic bucket of %d", value)
                    .isEqualTo(slow.classicIndex(value));
            assertThat(layout.nativeIndex(cell))
                    .as("native bucket of %d", value)
                    .isEqualTo(slow.nativeIndex(value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aValueOnABoundIsInTheBucketBelow(GivenLayout given) {
        double[] bounds = given.layout.classicUpperBounds();
        int infinite = bounds.length - 1;
        assertThat(bounds[infinite]).isEqualTo(Double.POSITIVE_INFINITY);
        for (int i = 0; i < infinite; i++) {
            long onBound = Math.round(bounds[i] * given.unitsPerBase);
            assertThat(given.layout.classicIndex(given.layout.cell(onBound))).isEqualTo(i);
            assertThat(given.layout.classicIndex(given.layout.cell(onBound + 1)))
                    .isEqualTo(i + 1);
            assertThat(given.layout.toBase((double) onBound)).isEqualTo(bounds[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void extremesHaveAPlace(GivenLayout given) {
        BucketLayout layout = given.layout;
        for (long smallest : new long[] {Long.MIN_VALUE, -1, 0}) {
            assertThat(layout.cell(smallest)).isZero();
            assertThat(layout.classicIndex(0)).isZero();
            assertThat(layout.nativeIndex(0)).isEqualTo(Integer.MIN_VALUE);
        }
        int last = layout.cell(Long.MAX_VALUE);
        assertThat(last).isEqualTo(layout.cells() - 1);
        assertThat(layout.classicIndex(last)).isEqualTo(layout.classicBuckets() - 1);
        assertThat(layout.nativeIndex(last)).isEqualTo(layout.nativeIndex(last - 1) + 1);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFirstCellIsTheZeroBucketAndIndexesAscend(GivenLayout given) {
        BucketLayout layout = given.layout;
        for (int cell = 1; cell < layout.cells(); cell++) {
            assertThat(layout.nativeIndex(cell)).isGreaterThanOrEqualTo(layout.nativeIndex(cell - 1));
            assertThat(layout.classicIndex(cell)).isGreaterThanOrEqualTo(layout.classicIndex(cell - 1));
            assertThat(layout.nativeIndex(cell)).isNotEqualTo(Integer.MIN_VALUE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changingTheBoundsThatWereHandedOutChangesNothing(GivenLayout given) {
        double first = given.layout.classicUpperBounds()[0];
        given.layout.classicUpperBounds()[0] = -1;
        assertThat(given.layout.classicUpperBounds()[0]).isEqualTo(first);
    }

    private static List<Long> interestingValues(GivenLayout given) {
        List<Long> values = new ArrayList<>();
        double[] bounds = given.layout.classicUpperBounds();
        for (int i = 0; i < bounds.length - 1; i++) {
            addAround(values, Math.round(bounds[i] * given.unitsPerBase));
        }
        // Bounds are doubles: beyond a day of nanoseconds they may be one off.
        for (int eighth = 0; eighth < 46 * 8; eighth++) {
            addAround(values, (long) Math.pow(2, eighth / 8.0));
            addAround(values, (long) (Math.pow(2, eighth / 8.0 - 30) * given.unitsPerBase));
        }
        for (long small = 0; small < 5_000; small++) {
            values.add(small);
        }
        Random random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            values.add(random.nextLong() >>> (1 + random.nextInt(62)));
        }
        return values;
    }

    private static void addAround(List<Long> values, long value) {
        for (long near = Math.max(value - 2, 0); near <= value + 2; near++) {
            values.add(near);
        }
    }
}
