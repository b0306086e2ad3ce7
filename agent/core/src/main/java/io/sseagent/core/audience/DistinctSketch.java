package io.sseagent.core.audience;

import java.util.Arrays;

/**
 * About how many different keys there were: exact up to {@value #MOST}, then estimated from the smallest ones (k minimum values), with
 * a standard error of 6 %. Keys are hashes of 64 bits. Not thread-safe.
 */
final class DistinctSketch {
    private static final int MOST = 256;
    private static final int LEAST = 8;
    private static final double RANGE = 0x1p64;
    private static final double HALF = 0x1p63;

    /** Ascending. */
    private long[] smallest = new long[LEAST];

    private int kept;

    void add(long key) {
        if (kept == MOST && key >= smallest[kept - 1]) {
            return;
        }
        int place = Arrays.binarySearch(smallest, 0, kept, key);
        if (place >= 0) {
            return;
        }
        int at = -place - 1;
        if (kept == smallest.length && kept < MOST) {
            smallest = Arrays.copyOf(smallest, kept * 2);
        }
        int moved = Math.min(kept, MOST - 1) - at;
        System.arraycopy(smallest, at, smallest, at + 1, moved);
        smallest[at] = key;
        kept = Math.min(kept + 1, MOST);
    }

    void add(DistinctSketch other) {
        for (int i = 0; i < other.kept; i++) {
            add(other.smallest[i]);
        }
    }

    double estimate() {
        if (kept < MOST) {
            return kept;
        }
        // signed keys begin at the lowest long
        double largest = smallest[kept - 1] + HALF;
        return (MOST - 1) * RANGE / largest;
    }
}
