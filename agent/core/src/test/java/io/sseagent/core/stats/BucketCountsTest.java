package io.sseagent.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BucketCountsTest {
    private final BucketLayout layout = Layouts.GAP;
    private final BucketCounts counts = new BucketCounts(layout);

    @Test
    void emptyCountsAddNothing() {
        long[] cells = new long[layout.cells()];

        assertThat(counts.addTo(cells)).isZero();
        assertThat(cells).containsOnly(0);
    }

    @Test
    void growsUpwardsDownwardsAndToBothEnds() {
        long[] values = {
            1_000_000_000L, 2_000_000_000L, 500_000_000L, Long.MAX_VALUE / 4, 1, 1_000_000_000L, 300_000_000_000L, 0
        };
        long[] expected = new long[layout.cells()];
        long sum = 0;
        for (long value : values) {
            counts.record(value, 3);
            expected[layout.cell(value)] += 3;
            sum += value * 3;
            assertThatCountsAre(expected, sum);
        }
    }

    @Test
    void everyOrderOfValuesCountsTheSame() {
        Random random = new Random(42);
        long[] expected = new long[layout.cells()];
        long sum = 0;
        for (int i = 0; i < 10_000; i++) {
            long value = random.nextLong() >>> (8 + random.nextInt(55));
            counts.record(value, 1);
            expected[layout.cell(value)]++;
            sum += value;
        }
        assertThatCountsAre(expected, sum);
    }

    @Test
    void aNegativeValueCountsAndTakesNothingFromTheSum() {
        counts.record(5_000, 1);
        counts.record(-3_000, 1);

        long[] expected = new long[layout.cells()];
        expected[0] = 2;
        assertThatCountsAre(expected, 5_000);
    }

    @Test
    void aReaderNeverSeesAStepBack() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicReference<String> stepBack = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            long[] before = new long[layout.cells()];
            long sumBefore = 0;
            while (!done.get() && stepBack.get() == null) {
                long[] now = new long[layout.cells()];
                long sum = counts.addTo(now);
                for (int cell = 0; cell < now.length; cell++) {
                    if (now[cell] < before[cell]) {
                        stepBack.set("cell " + cell + " from " + before[cell] + " to " + now[cell]);
                    }
                }
                if (sum < sumBefore) {
                    stepBack.set("sum from " + sumBefore + " to " + sum);
                }
                before = now;
                sumBefore = sum;
            }
        });
        reader.start();
        Random random = new Random(7);
        long[] expected = new long[layout.cells()];
        long sum = 0;
        for (int i = 0; i < 2_000_000; i++) {
            // widens with time, so that the window grows while it is being read
            long value = random.nextLong() >>> (62 - i / 60_000);
            counts.record(value, 1);
            expected[layout.cell(value)]++;
            sum += value;
        }
        done.set(true);
        reader.join(TimeUnit.SECONDS.toMillis(30));

        assertThat(reader.isAlive()).isFalse();
        assertThat(stepBack.get()).isNull();
        assertThatCountsAre(expected, sum);
    }

    private void assertThatCountsAre(long[] expected, long sum) {
        long[] cells = new long[layout.cells()];
        assertThat(counts.addTo(cells)).isEqualTo(sum);
        assertThat(cells).isEqualTo(expected);
    }
}
