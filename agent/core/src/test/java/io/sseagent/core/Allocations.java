package io.sseagent.core;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts what the calling thread allocates, exactly. */
public final class Allocations {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /**
     * Code that is linked for the first time, or deoptimised, allocates by itself, once. What a call allocates shows
     * in every window.
     */
    private static final int WINDOWS = 5;

    private Allocations() {}

    /** The bytes that this thread allocates in {@code work}, the least of several runs after one that is not counted. */
    public static long leastBytesOf(Runnable work) {
        work.run();
        // The first reading of the counter allocates by itself.
        bytes();
        long least = Long.MAX_VALUE;
        for (int window = 0; window < WINDOWS; window++) {
            long before = bytes();
            work.run();
            least = Math.min(least, bytes() - before);
        }
        return least;
    }

    private static long bytes() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
