package io.sseagent.core.stream;

import java.lang.management.ManagementFactory;

/** What is reachable, as the least of several readings, each after a collection: other threads of this JVM only add to it. */
final class UsedHeap {
    private static final int READINGS = 5;

    private UsedHeap() {}

    static long bytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < READINGS; i++) {
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            least = Math.min(least, used);
        }
        return least;
    }
}
