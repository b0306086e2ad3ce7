package io.sseagent.core.stats;

import java.util.Arrays;

/**
 * Counts per cell of a layout. Only the span between the lowest and the highest cell in use is held: what a route records lies
 * close together, and a reading of 200 routes would take 2 MB for zeros. Not thread-safe.
 */
final class CellCounts {
    private static final int GRAIN = 8;

    private long[] counts = {};
    /** The cell that the first count is of. */
    private int first;

    void add(int cell, long count) {
        if (count == 0) {
            return;
        }
        if (cell < first || cell - first >= counts.length) {
            cover(cell);
        }
        counts[cell - first] += count;
    }

    private void cover(int cell) {
        int from = cell / GRAIN * GRAIN;
        int to = from + GRAIN;
        if (counts.length > 0) {
            from = Math.min(from, first);
            to = Math.max(to, first + counts.length);
        }
        long[] covering = new long[to - from];
        System.arraycopy(counts, 0, covering, counts.length == 0 ? 0 : first - from, counts.length);
        counts = covering;
        first = from;
    }

    void add(CellCounts other) {
        if (other.counts.length == 0) {
            return;
        }
        if (counts.length == 0) {
            counts = Arrays.copyOf(other.counts, other.counts.length);
            first = other.first;
            return;
        }
        for (int i = 0; i < other.counts.length; i++) {
            add(other.first + i, other.counts[i]);
        }
    }

    /** The lowest cell held. */
    int from() {
        return first;
    }

    /** Behind the highest cell held, which may lie beyond the layout. */
    int to() {
        return first + counts.length;
    }

    /** The count of a cell, 0 outside of the span. */
    long get(int cell) {
        int index = cell - first;
        return index >= 0 && index < counts.length ? counts[index] : 0;
    }
}
