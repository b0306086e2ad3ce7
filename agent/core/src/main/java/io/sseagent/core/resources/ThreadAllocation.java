package io.sseagent.core.resources;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What threads have allocated in their life, as HotSpot counts it without being asked. */
final class ThreadAllocation {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Wakes a JMX bean, so only once a stream has opened; throws if this JVM does not count. */
    ThreadAllocation() {
        if (!threads.isThreadAllocatedMemorySupported() || !threads.isThreadAllocatedMemoryEnabled()) {
            throw new UnsupportedOperationException("the JVM does not measure the allocation of threads");
        }
    }

    /** Negative if there is no such platform thread. */
    long bytes(long threadId) {
        return threads.getThreadAllocatedBytes(threadId);
    }
}
