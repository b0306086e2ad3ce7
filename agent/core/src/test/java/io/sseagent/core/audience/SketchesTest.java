package io.sseagent.core.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchesTest {
    private final Random random = new Random(42);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 255})
    void aFewKeysAreCountedExactly(int keys) {
        DistinctSketch sketch = new DistinctSketch();
        long[] all = random.longs(keys).toArray();
        for (int time = 0; time < 3; time++) {
            for (long key : all) {
                sketch.add(key);
            }
        }

        assertThat(sketch.estimate()).isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000, 1_000_000})
    void manyAreEstimatedWithinThreeStandardErrors(int keys) {
        DistinctSketch one = new DistinctSketch();
        DistinctSketch other = new DistinctSketch();
        random.longs(keys).forEach(key -> {
            one.add(key);
            if (key % 2 == 0) {
                other.add(key);
            }
        });
        one.add(other);

        assertThat(one.estimate()).isCloseTo(keys, within(keys * 0.18));
    }

    @Test
    void theHeavyOneIsFoundAmongTenThousandThatComeOnce() {
        HeavyKeys keys = new HeavyKeys();
        for (int i = 0; i < 10_000; i++) {
            keys.add(random.nextLong());
            if (i % 10 == 0) {
                keys.add(4711);
            }
        }

        assertThat(keys.atLeast(4711)).isBetween(500, 1000);
        assertThat(keys.size()).isEqualTo(32);
    }

    @Test
    void aCountIsNeverTooHigh() {
        HeavyKeys keys = new HeavyKeys();
        for (int i = 0; i < 1000; i++) {
            keys.add(i % 100);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(keys.atLeast(i)).isLessThanOrEqualTo(10);
        }
        assertThat(keys.atLeast(1234)).isZero();
    }
}
