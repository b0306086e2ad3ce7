package io.sseagent.core.resources;

import io.sseagent.bootstrap.WorkingThreads;
import io.sseagent.bootstrap.WorkingThreads.Work;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricSink;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The threads that work for open streams, and what they allocate meanwhile, both as a look once a second finds them: no write pays for it.
 * Filled by the agent's thread, read by any.
 */
final class HeldThreads {
    /** A look at each takes a microsecond or less. */
    private static final int MOST_MEASURED = 1024;

    private Map<Long, Sample> before = new HashMap<>();
    private Map<String, Long> latestBytes = new HashMap<>();
    private final Map<String, Long> bytesByRoute = new TreeMap<>();
    private ThreadAllocation allocation;
    private boolean measures = true;
    private StreamEnd one;
    private int platform;
    private int virtual;

    /** Beside those that {@code started} knows to be alive for open streams. */
    synchronized void look(WorkingThreads threads, StartedWorks started) {
        platform = started.platformThreads();
        virtual = started.virtualThreads();
        one = null;
        latestBytes = new HashMap<>();
        Map<Long, Sample> now = new HashMap<>();
        for (int i = 0; i < threads.places(); i++) {
            Work work = threads.held(i);
            StreamEnd stream = work == null ? null : (StreamEnd) work.stream();
            if (stream == null || !stream.isOpen()) {
                continue;
            }
            one = stream;
            if (work.isVirtual()) {
                virtual++;
            } else {
                platform++;
                measure(work, stream.endpoint().route(), now);
            }
        }
        before = now;
    }

    private void measure(Work work, String route, Map<Long, Sample> now) {
        if (!measures || now.size() >= MOST_MEASURED) {
            return;
        }
        long bytes = allocated(work.threadId());
        if (bytes < 0) {
            return;
        }
        Sample last = before.get(work.threadId());
        if (last != null && last.work == work.number() && bytes > last.bytes) {
            long gained = bytes - last.bytes;
            add(latestBytes, route, gained);
            add(bytesByRoute, route, gained);
        }
        now.put(work.threadId(), new Sample(work.number(), bytes));
    }

    private long allocated(long threadId) {
        try {
            if (allocation == null) {
                allocation = new ThreadAllocation();
            }
            return allocation.bytes(threadId);
        } catch (RuntimeException | LinkageError untold) {
            // another JVM, or an image without its management
            measures = false;
            return -1;
        }
    }

    private static void add(Map<String, Long> bytes, String route, long gained) {
        Long sum = bytes.get(route);
        bytes.put(route, sum == null ? gained : sum + gained);
    }

    synchronized int held() {
        return platform + virtual;
    }

    /** One of the streams that hold a thread, or null. */
    synchronized StreamEnd one() {
        return one;
    }

    /** What was allocated between the last two looks, by route. */
    synchronized Map<String, Long> latestBytes() {
        return latestBytes;
    }

    synchronized void read(MetricSink sink) {
        sink.count(MetricCatalogue.STREAM_THREADS, platform, "platform");
        sink.count(MetricCatalogue.STREAM_THREADS, virtual, "virtual");
        for (Map.Entry<String, Long> route : bytesByRoute.entrySet()) {
            sink.count(MetricCatalogue.ALLOCATED_BYTES, route.getValue(), route.getKey());
        }
    }

    private static final class Sample {
        private final long work;
        private final long bytes;

        Sample(long work, long bytes) {
            this.work = work;
            this.bytes = bytes;
        }
    }
}
