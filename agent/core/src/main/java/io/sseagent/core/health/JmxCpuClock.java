package io.sseagent.core.health;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The JVM's own figures. */
public final class JmxCpuClock implements CpuClock {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** Wakes a JMX bean, so only after the application's main has begun; throws if this JVM measures no thread's time. */
    public JmxCpuClock() {
        if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            throw new UnsupportedOperationException("the JVM does not measure the processor time of threads");
        }
    }

    @Override
    public long cpuNanos(long threadId) {
        return threads.getThreadCpuTime(threadId);
    }
}
