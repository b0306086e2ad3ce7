package io.sseagent.core.wire;

import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.Layouts;
import java.util.concurrent.atomic.AtomicLong;

/** What the last sample says of the streams of one route, and what was counted since the first one. Summed on the agent's thread. */
final class RouteWire {
    private final String name;
    private final AtomicLong eventsAfterFin = new AtomicLong();
    private volatile Sums published = new Sums();

    /** Guarded by itself. */
    private final HistogramTotals flushDelay = new HistogramTotals(Layouts.GAP);

    /** Negative as long as no server has told. */
    private volatile int unflushed = -1;

    // Of the agent's thread.
    private int unflushedNow = -1;
    private Sums sums = new Sums();
    private OpenSocket countedFor;

    private static final class Sums {
        private boolean kernel;
        private boolean server;
        private long kernelBytes;
        private long serverBytes;
        private long backlogged;
        private long halfClosed;
        private long retransmitting;
    }

    RouteWire(String name) {
        this.name = name;
    }

    /** Counts what was written to a peer that has closed its side. Any thread. */
    void eventsAfterFin(long events) {
        eventsAfterFin.addAndGet(events);
    }

    /** A sample begins. What was known of this route once stays known: 0 if none of its streams are left. */
    void begin() {
        Sums last = sums;
        sums = new Sums();
        sums.kernel = last.kernel;
        sums.server = last.server;
    }

    /** A stream over the connection that {@code first} stands for, whose bytes count once. Streams of a connection come one after the other. */
    void add(OpenSocket first, long pendingBytes, long backlogMinBytes) {
        boolean again = countedFor == first;
        countedFor = first;
        if (first.seen) {
            sums.kernel = true;
            sums.kernelBytes += again ? 0 : first.queuedBytes;
            sums.backlogged += first.queuedBytes >= backlogMinBytes ? 1 : 0;
            sums.retransmitting += first.retransmitting ? 1 : 0;
        }
        sums.halfClosed += first.halfClosed ? 1 : 0;
        if (pendingBytes >= 0) {
            sums.server = true;
            sums.serverBytes += again ? 0 : pendingBytes;
        }
    }

    /** A look into the buffers begins. */
    void beginBuffers() {
        unflushedNow = Math.min(unflushed, 0);
    }

    /** A stream of this route, with the nanoseconds of a delay that is over, or {@link HeldBytes#NO_DELAY}. */
    void addBuffer(long delayNanos, boolean held) {
        unflushedNow = Math.max(unflushedNow, 0) + (held ? 1 : 0);
        if (delayNanos != HeldBytes.NO_DELAY) {
            synchronized (flushDelay) {
                flushDelay.record(delayNanos);
            }
        }
    }

    void publishBuffers() {
        unflushed = unflushedNow;
    }

    void publish() {
        countedFor = null;
        published = sums;
    }

    /** What was never seen is absent, and so is what the kernel's tables would tell if they cannot be read. */
    void read(MetricSink sink, boolean kernelReadable) {
        Sums sample = published;
        if (sample.kernel && kernelReadable) {
            sink.count(MetricCatalogue.BACKLOG, sample.kernelBytes, name, "kernel");
            sink.count(MetricCatalogue.STREAMS_BACKLOGGED, sample.backlogged, name);
            sink.count(MetricCatalogue.STREAMS_HALF_CLOSED, sample.halfClosed, name);
            sink.count(MetricCatalogue.STREAMS_RETRANSMITTING, sample.retransmitting, name);
            sink.count(MetricCatalogue.EVENTS_AFTER_FIN, eventsAfterFin.get(), name);
        }
        int held = unflushed;
        if (held >= 0) {
            sink.count(MetricCatalogue.STREAMS_UNFLUSHED, held, name);
            HistogramTotals delays = new HistogramTotals(Layouts.GAP);
            synchronized (flushDelay) {
                delays.add(flushDelay);
            }
            sink.add(MetricCatalogue.FLUSH_DELAY, delays, name);
        }
        if (sample.server) {
            sink.count(MetricCatalogue.BACKLOG, sample.serverBytes, name, "server");
        }
    }
}
