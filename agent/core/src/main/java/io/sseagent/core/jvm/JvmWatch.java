package io.sseagent.core.jvm;

import io.sseagent.core.catalogue.JvmMetrics;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.stream.Watch;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;

/**
 * The basics of the JVM and its process, read from its beans when a scrape asks. Nothing here stops a thread: neither stacks nor
 * deadlocks are looked for.
 */
public final class JvmWatch extends Watch {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    // Of the first reading, because beans are not to be woken before the application's main.
    private PlatformBean system;
    private AllocatedBytes allocation;
    private boolean leftOut;

    private final ResidentMemory resident = new ResidentMemory();

    @Override
    public String component() {
        return "jvm";
    }

    @Override
    protected void read(MetricSink sink) {
        if (system == null && !leftOut) {
            leftOut = isLeftOut();
            system = leftOut ? null : PlatformBean.operatingSystem();
            allocation = leftOut ? null : new AllocatedBytes();
        }
        if (!leftOut) {
            threads(sink);
            memory(sink);
            process(sink);
        }
    }

    /** A small runtime image may have no beans. */
    private static boolean isLeftOut() {
        try {
            Class.forName("java.lang.management.ManagementFactory", false, null);
            return false;
        } catch (ClassNotFoundException leftOut) {
            return true;
        }
    }

    private void threads(MetricSink sink) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        sink.add(JvmMetrics.THREADS, threads.getThreadCount());
        sink.add(JvmMetrics.THREADS_DAEMON, threads.getDaemonThreadCount());
        sink.add(JvmMetrics.THREADS_PEAK, threads.getPeakThreadCount());
        sink.count(JvmMetrics.THREADS_STARTED, threads.getTotalStartedThreadCount());
        long allocated = allocation.read();
        if (allocated >= 0) {
            sink.count(JvmMetrics.ALLOCATED, allocated);
        }
    }

    private static void memory(MetricSink sink) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory(sink, "heap", memory.getHeapMemoryUsage());
        memory(sink, "nonheap", memory.getNonHeapMemoryUsage());
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getUsage();
            if (usage != null) {
                sink.count(JvmMetrics.MEMORY_POOL_USED, usage.getUsed(), pool.getName());
            }
        }
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            sink.count(JvmMetrics.BUFFER_POOL_USED, Math.max(pool.getMemoryUsed(), 0), pool.getName());
        }
        sink.add(JvmMetrics.CLASSES, ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static void memory(MetricSink sink, String area, MemoryUsage usage) {
        sink.count(JvmMetrics.MEMORY_USED, usage.getUsed(), area);
        sink.count(JvmMetrics.MEMORY_COMMITTED, usage.getCommitted(), area);
        if (usage.getMax() >= 0) {
            sink.count(JvmMetrics.MEMORY_MAX, usage.getMax(), area);
        }
    }

    private void process(MetricSink sink) {
        long startMillis = ManagementFactory.getRuntimeMXBean().getStartTime();
        sink.add(JvmMetrics.PROCESS_START, startMillis / MILLIS_PER_SECOND);
        long cpuNanos = system.number("getProcessCpuTime");
        if (cpuNanos >= 0) {
            sink.add(JvmMetrics.PROCESS_CPU, cpuNanos / NANOS_PER_SECOND);
        }
        long open = system.number("getOpenFileDescriptorCount");
        if (open >= 0) {
            sink.count(JvmMetrics.PROCESS_FDS, open);
        }
        long most = system.number("getMaxFileDescriptorCount");
        if (most >= 0) {
            sink.count(JvmMetrics.PROCESS_FDS_MAX, most);
        }
        long bytes = resident.bytes();
        if (bytes >= 0) {
            sink.count(JvmMetrics.PROCESS_RSS, bytes);
        }
    }
}
