package io.sseagent.core.jvm;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * Bytes that platform threads have allocated: exact from JDK 21 on. Before, what a thread allocates between the last reading and its end
 * is missed. For one thread at a time.
 */
final class AllocatedBytes {
    private final PlatformBean threads = PlatformBean.threads();
    private Map<Long, Long> bytesByThread = new HashMap<>();
    private long total;

    /** Never falls; negative where it is not known. */
    long read() {
        long exact = threads.number("getTotalThreadAllocatedBytes");
        return exact >= 0 ? exact : added();
    }

    private long added() {
        long[] ids = ManagementFactory.getThreadMXBean().getAllThreadIds();
        long[] bytes = threads.numbers("getThreadAllocatedBytes", ids);
        if (bytes == null) {
            return -1;
        }
        Map<Long, Long> now = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            // a thread that has ended meanwhile says -1
            if (bytes[i] >= 0) {
                Long before = bytesByThread.get(ids[i]);
                total += bytes[i] - (before == null ? 0 : Math.min(before, bytes[i]));
                now.put(ids[i], bytes[i]);
            }
        }
        bytesByThread = now;
        return total;
    }
}
