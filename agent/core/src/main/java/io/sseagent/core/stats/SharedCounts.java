package io.sseagent.core.stats;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts per cell for any number of writers at once: atomic additions, which cost five times those of {@link BucketCounts}. */
public final class SharedCounts {
    private static final int SUM = 0;
    private static final int CELLS = 1;

    private final BucketLayout layout;
    private final AtomicLongArray counts;

    /** Nothing counted; takes all of its memory. */
    public SharedCounts(BucketLayout layout) {
        this.layout = layout;
        this.counts = new AtomicLongArray(CELLS + layout.cells());
    }

    /** Counts one raw value, a negative one as 0. Any thread; allocates nothing. */
    public void record(long value) {
        counts.getAndAdd(SUM, Math.max(value, 0));
        counts.getAndIncrement(CELLS + layout.cell(value));
    }

    /** Moves what is counted here into {@code cells} and returns the sum of the raw values. One reader at a time. */
    long drainTo(CellCounts cells) {
        for (int cell = 0; cell < layout.cells(); cell++) {
            // most are 0, and a read is cheaper than an exchange
            if (counts.get(CELLS + cell) != 0) {
                cells.add(cell, counts.getAndSet(CELLS + cell, 0));
            }
        }
        return counts.getAndSet(SUM, 0);
    }
}
