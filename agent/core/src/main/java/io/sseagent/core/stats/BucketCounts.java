package io.sseagent.core.stats;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * Counts per cell, for one writer at a time and any readers. Only the cells in use are held: a stream's gaps fill two or
 * three octaves, so recording allocates a few times in a stream's life and idle streams hold nothing.
 *
 * <p>The writer publishes with ordered stores; a reader sees every count late but none twice.
 */
public final class BucketCounts {
    private static final AtomicLongFieldUpdater<BucketCounts> SUM =
            AtomicLongFieldUpdater.newUpdater(BucketCounts.class, "sum");
    private static final int GRAIN = 8;

    private final BucketLayout layout;
    private volatile Window window;
    private volatile long sum;

    /** Empty counts over a layout. */
    public BucketCounts(BucketLayout layout) {
        this.layout = layout;
    }

    /** Adds {@code times} equal raw values; a negative one counts as 0, so that no sum steps back. Writer only. */
    public void record(long value, long times) {
        int cell = layout.cell(value);
        Window current = window;
        if (current == null || cell < current.first || cell >= current.first + current.length()) {
            current = grow(current, cell);
        }
        int index = cell - current.first;
        current.lazySet(index, current.get(index) + times);
        SUM.lazySet(this, sum + Math.max(value, 0) * times);
    }

    private Window grow(Window old, int cell) {
        int low = cell / GRAIN * GRAIN;
        int high = Math.min(low + GRAIN, layout.cells());
        if (old != null) {
            low = Math.min(low, old.first);
            high = Math.max(high, old.first + old.length());
        }
        Window grown = new Window(low, high - low);
        for (int i = 0; old != null && i < old.length(); i++) {
            grown.set(old.first + i - low, old.get(i));
        }
        window = grown;
        return grown;
    }

    /** Adds what is counted here into {@code cells} and returns the sum of the raw values. Any thread. */
    long addTo(long[] cells) {
        Window current = window;
        for (int i = 0; current != null && i < current.length(); i++) {
            cells[current.first + i] += current.get(i);
        }
        return sum;
    }

    BucketLayout layout() {
        return layout;
    }

    private static final class Window extends AtomicLongArray {
        private static final long serialVersionUID = 1;
        private final int first;

        Window(int first, int length) {
            super(length);
            this.first = first;
        }
    }
}
