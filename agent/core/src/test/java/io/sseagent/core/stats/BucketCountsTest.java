package io.sseagent.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BucketCountsTest {
    private final BucketLayout layout = Layouts.GAP;
    private volatile BucketCounts counts = new BucketCounts();

    @Test
    void emptyCountsAddNothing() {
        long[] cells = new long[layout.cells()];

        assertThat(read(cells)).isZero();
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
            counts = counts.record(layout, value);
            expected[layout.cell(value)]++;
            sum += value;
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
            counts = counts.record(layout, value);
            expected[layout.cell(value)]++;
            sum += value;
        }
        assertThatCountsAre(expected, sum);
    }

    @Test
    void aNegativeValueCountsAndTakesNothingFromTheSum() {
        counts = counts.record(layout, 5_000).record(layout, -3_000);

        long[] expected = new long[layout.cells()];
        expected[0] = 2;
        assertThatCountsAre(expected, 5_000);
    }

    @Test
    void everyCellMayBeTheFirstAndTheLast() {
        long[] expected = new long[layout.cells()];
        long sum = 0;
        for (int i = 0; i < layout.cells(); i++) {
            // from both ends to the middle, so that the pages change all the time
            int cell = i % 2 == 0 ? i / 2 : layout.cells() - 1 - i / 2;
            long value = valueIn(cell);
            counts = counts.record(layout, value);
            expected[cell]++;
            sum += value;
            assertThatCountsAre(expected, sum);
        }
        assertThat(expected).containsOnly(1);
    }

    @Test
    void aBurstAndThenSilenceHoldsLittle() {
        for (int i = 0; i < 1_000; i++) {
            counts = counts.record(layout, 0).record(layout, 15_000_000_000L);
        }

        assertThat(counts.length()).isEqualTo(1 + 2 * 4);
    }

    /** The topmost cell has no end; half of what there is keeps the sum within bounds. */
    private long valueIn(int cell) {
        long low = 0;
        long high = Long.MAX_VALUE / 2;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (layout.cell(middle) < cell) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        assertThat(layout.cell(low)).isEqualTo(cell);
        return low;
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
                long sum = read(now);
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
            counts = counts.record(layout, value);
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
        assertThat(read(cells)).isEqualTo(sum);
        assertThat(cells).isEqualTo(expected);
    }

    private long read(long[] cells) {
        CellCounts held = new CellCounts();
        long sum = counts.addTo(held);
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = held.get(cell);
        }
        return sum;
    }
}
