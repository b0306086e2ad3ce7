package io.sseagent.core.catalogue;

import static io.sseagent.core.catalogue.MetricType.COUNTER;
import static io.sseagent.core.catalogue.MetricType.GAUGE;

import java.util.ArrayList;
import java.util.List;

/** The part of the catalogue about the JVM and its process, under the names that other exporters for Prometheus give them. */
public final class JvmMetrics {
    static final List<MetricDefinition> ALL = new ArrayList<>();

    private static final String AREA = "area";

    public static final MetricDefinition THREADS = add("jvm_threads_current", GAUGE, "Platform threads that live now.");
    public static final MetricDefinition THREADS_DAEMON =
            add("jvm_threads_daemon", GAUGE, "Those of them that do not keep the JVM alive.");
    public static final MetricDefinition THREADS_PEAK =
            add("jvm_threads_peak", GAUGE, "The most platform threads that lived at once.");
    public static final MetricDefinition THREADS_STARTED =
            add("jvm_threads_started_total", COUNTER, "Platform threads started.");
    public static final MetricDefinition MEMORY_USED =
            add("jvm_memory_used_bytes", GAUGE, "Memory in use, area=heap or nonheap.", AREA);
    public static final MetricDefinition MEMORY_COMMITTED =
            add("jvm_memory_committed_bytes", GAUGE, "Memory that the JVM has taken.", AREA);
    public static final MetricDefinition MEMORY_MAX =
            add("jvm_memory_max_bytes", GAUGE, "Memory that the JVM may take; absent without a limit.", AREA);
    public static final MetricDefinition MEMORY_POOL_USED =
            add("jvm_memory_pool_used_bytes", GAUGE, "Memory in use, by pool.", "pool");
    public static final MetricDefinition BUFFER_POOL_USED =
            add("jvm_buffer_pool_used_bytes", GAUGE, "Memory of buffers outside of the heap, by pool.", "pool");
    public static final MetricDefinition ALLOCATED = add(
            "jvm_allocated_bytes_total",
            COUNTER,
            "Bytes allocated by platform threads; before JDK 21 those of threads that still live.");
    public static final MetricDefinition CLASSES = add("jvm_classes_currently_loaded", GAUGE, "Classes loaded now.");
    public static final MetricDefinition PROCESS_CPU =
            add("process_cpu_seconds_total", COUNTER, "Processor time of the process, in seconds.");
    public static final MetricDefinition PROCESS_START =
            add("process_start_time_seconds", GAUGE, "When the JVM began, in seconds since the epoch.");
    public static final MetricDefinition PROCESS_FDS =
            add("process_open_fds", GAUGE, "Open file descriptors, among them a socket for each stream; Unix only.");
    public static final MetricDefinition PROCESS_FDS_MAX =
            add("process_max_fds", GAUGE, "Most file descriptors that may be open; Unix only.");
    public static final MetricDefinition PROCESS_RSS =
            add("process_resident_memory_bytes", GAUGE, "Physical memory of the process; Linux only.");

    private JvmMetrics() {}

    private static MetricDefinition add(String name, MetricType type, String help, String... labels) {
        MetricDefinition definition = new MetricDefinition(name, type, help, labels);
        ALL.add(definition);
        return definition;
    }
}
