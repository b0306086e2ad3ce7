package io.sseagent.core.stream;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import io.sseagent.core.stats.SharedCounts;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the streams of a route count in common, once they hold as much memory as each may: nothing is lost by that bound but
 * the privacy of the cells. Any number of writers, without a lock; drained by the endpoint, under its lock.
 */
final class SpilledCounts {
    private static final StreamHistogram[] HISTOGRAMS = StreamHistogram.values();

    private final int maxBytesOfStream;
    private final int eventTypes;
    private final AgentHealth health;
    private final AtomicReferenceArray<SharedCounts> histograms = new AtomicReferenceArray<>(HISTOGRAMS.length);
    private final AtomicReference<AtomicLongArray> eventsByType = new AtomicReference<>();

    SpilledCounts(int maxBytesOfStream, int eventTypes, AgentHealth health) {
        this.maxBytesOfStream = maxBytesOfStream;
        this.eventTypes = eventTypes;
        this.health = health;
    }

    int maxBytesOfStream() {
        return maxBytesOfStream;
    }

    void record(StreamHistogram histogram, long value) {
        if (histogram == StreamHistogram.BOTH_GAPS) {
            record(StreamHistogram.DATA_GAP, value);
            record(StreamHistogram.BYTE_GAP, value);
            return;
        }
        SharedCounts counts = histograms.get(histogram.ordinal());
        if (counts == null) {
            histograms.compareAndSet(histogram.ordinal(), null, new SharedCounts(histogram.layout()));
            counts = histograms.get(histogram.ordinal());
        }
        counts.record(value);
        health.overflow(Bound.STREAM_MEMORY);
    }

    /** An event of the type with this index. */
    void event(int index) {
        AtomicLongArray counts = eventsByType.get();
        if (counts == null) {
            eventsByType.compareAndSet(null, new AtomicLongArray(eventTypes));
            counts = eventsByType.get();
        }
        counts.getAndIncrement(index);
        health.overflow(Bound.STREAM_MEMORY);
    }

    /** Moves everything into {@code totals}, whose owner's lock is held, so that a reader finds each count in one place. */
    void drainTo(StreamTotals totals) {
        for (StreamHistogram histogram : HISTOGRAMS) {
            totals.drain(histogram, histograms.get(histogram.ordinal()));
        }
        AtomicLongArray counts = eventsByType.get();
        for (int type = 0; counts != null && type < eventTypes; type++) {
            totals.addEvents(type, counts.getAndSet(type, 0));
        }
    }
}
