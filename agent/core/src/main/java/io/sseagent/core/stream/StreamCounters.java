package io.sseagent.core.stream;

import io.sseagent.core.stats.BucketCounts;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The cells of one stream: one writer at a time, any readers, ordered stores. Plain cells cost 2 ns where a shared adder
 * costs 10 and a shared histogram 250. Everything but the fixed cells is made on first use, so idle streams stay small.
 */
final class StreamCounters {
    private static final int LAST_DATA_NANOS = StreamCounter.values().length;
    private static final int LAST_BYTE_NANOS = LAST_DATA_NANOS + 1;
    private static final int SLOWEST_WRITE_NANOS = LAST_DATA_NANOS + 2;
    private static final int SLOWEST_WRITE_EPOCH_MILLIS = LAST_DATA_NANOS + 3;
    private static final int CELLS = LAST_DATA_NANOS + 4;
    private static final int TYPES_GRAIN = 4;

    private final AtomicLongArray cells = new AtomicLongArray(CELLS);
    private final AtomicReferenceArray<BucketCounts> histograms =
            new AtomicReferenceArray<>(StreamHistogram.values().length);
    private volatile AtomicLongArray eventsByType;

    void add(StreamCounter counter, long amount) {
        int cell = counter.ordinal();
        cells.lazySet(cell, cells.get(cell) + amount);
    }

    void record(StreamHistogram histogram, long value) {
        BucketCounts counts = histograms.get(histogram.ordinal());
        if (counts == null) {
            counts = new BucketCounts(histogram.layout());
            histograms.set(histogram.ordinal(), counts);
        }
        counts.record(value, 1);
    }

    /** Counts an event whose type has {@code index} among {@code types} known ones. */
    void event(int index, int types) {
        AtomicLongArray counts = eventsByType;
        if (counts == null || index >= counts.length()) {
            counts = grow(counts, typesFor(index, types));
        }
        counts.lazySet(index, counts.get(index) + 1);
    }

    private static int typesFor(int index, int types) {
        return index == 0 ? 1 : Math.min((index / TYPES_GRAIN + 1) * TYPES_GRAIN, types);
    }

    private AtomicLongArray grow(AtomicLongArray old, int length) {
        AtomicLongArray grown = new AtomicLongArray(length);
        for (int i = 0; old != null && i < old.length(); i++) {
            grown.set(i, old.get(i));
        }
        eventsByType = grown;
        return grown;
    }

    void dataAt(long nanos) {
        cells.lazySet(LAST_DATA_NANOS, nanos);
    }

    void bytesAt(long nanos) {
        cells.lazySet(LAST_BYTE_NANOS, nanos);
    }

    /** Time of the last event, 0 if there was none. */
    long lastDataNanos() {
        return cells.get(LAST_DATA_NANOS);
    }

    /** Time of the last byte, 0 if there was none. */
    long lastByteNanos() {
        return cells.get(LAST_BYTE_NANOS);
    }

    void slowestWrite(long nanos, long epochMillis) {
        cells.lazySet(SLOWEST_WRITE_EPOCH_MILLIS, epochMillis);
        cells.lazySet(SLOWEST_WRITE_NANOS, nanos);
    }

    long slowestWriteNanos() {
        return cells.get(SLOWEST_WRITE_NANOS);
    }

    long slowestWriteEpochMillis() {
        return cells.get(SLOWEST_WRITE_EPOCH_MILLIS);
    }

    long get(StreamCounter counter) {
        return cells.get(counter.ordinal());
    }

    BucketCounts get(StreamHistogram histogram) {
        return histograms.get(histogram.ordinal());
    }

    /** Adds the events of each type into {@code totals}, which is long enough for every type. */
    void addEventsTo(long[] totals) {
        AtomicLongArray counts = eventsByType;
        for (int i = 0; counts != null && i < counts.length(); i++) {
            totals[i] += counts.get(i);
        }
    }

    long events() {
        AtomicLongArray counts = eventsByType;
        long events = 0;
        for (int i = 0; counts != null && i < counts.length(); i++) {
            events += counts.get(i);
        }
        return events;
    }
}
