package io.sseagent.benchmarks.app;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;

/**
 * What a developer would write by hand: a counter and a histogram of the gaps, their children looked up once per stream. One
 * thread at a time. Switched on by {@code -Dbenchmark.hand=true}.
 */
final class HandMetrics {
    private static final boolean ON = Boolean.getBoolean("benchmark.hand");
    private static final double NANOS_PER_SECOND = 1e9;

    private final CounterDataPoint events;
    private final DistributionDataPoint gaps;
    private long lastNanos = System.nanoTime();

    private HandMetrics(String path) {
        this.events = Families.EVENTS.labelValues(path, EventText.TYPE);
        this.gaps = Families.GAPS.labelValues(path);
    }

    /** For a new stream; null when the application is not instrumented by hand. */
    static HandMetrics ofStream(String path) {
        return ON ? new HandMetrics(path) : null;
    }

    void event() {
        long now = System.nanoTime();
        events.inc();
        gaps.observe((now - lastNanos) / NANOS_PER_SECOND);
        lastNanos = now;
    }

    /** Loaded only if it is used: the other variants start without client_java. */
    private static final class Families {
        private static final Counter EVENTS = Counter.builder()
                .name("sse_events_total")
                .help("Events sent.")
                .labelNames("path", "event")
                .register();
        private static final Histogram GAPS = Histogram.builder()
                .name("sse_event_gap_seconds")
                .help("Time between events.")
                .labelNames("path")
                .register();
    }
}
