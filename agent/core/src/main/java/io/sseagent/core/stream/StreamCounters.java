package io.sseagent.core.stream;

import io.sseagent.core.stats.BucketCounts;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The cells of one stream: one writer at a time, any readers, ordered stores. Plain cells cost 2 ns where a shared adder
 * costs 10 and a shared histogram 250. Everything but the fixed cells is made on first use, so idle streams stay small.
 */
final class StreamCounters extends AtomicLongArray {
    private static final long serialVersionUID = 1;
    private static final int LAST_DATA_NANOS = StreamCounter.values().length;
    private static final int LAST_BYTE_NANOS = LAST_DATA_NANOS + 1;
    private static final int SLOWEST_WRITE_NANOS = LAST_DATA_NANOS + 2;
    private static final int SLOWEST_WRITE_EPOCH_MILLIS = LAST_DATA_NANOS + 3;
    /** Events without a type of their own, which is all that many streams ever send. */
    private static final int MESSAGES = LAST_DATA_NANOS + 4;

    private static final int CELLS = LAST_DATA_NANOS + 5;
    private static final int TYPES_GRAIN = 4;
    private static final BucketCounts EMPTY = new BucketCounts();

    // Fields, because an array of them would take 40 bytes more of every open stream.
    private transient volatile BucketCounts dataGap;
    private transient volatile BucketCounts byteGap;
    private transient volatile BucketCounts bothGaps;
    private transient volatile BucketCounts eventSize;
    private transient volatile BucketCounts writeOk;
    private transient volatile BucketCounts writeFailed;
    // From the type with index 1 on.
    private transient volatile AtomicLongArray eventsByType;

    private final transient SpilledCounts spilled;
    // Of the writer.
    private transient int heldBytes;

    StreamCounters(SpilledCounts spilled) {
        super(CELLS);
        this.spilled = spilled;
    }

    void add(StreamCounter counter, long amount) {
        int cell = counter.ordinal();
        lazySet(cell, get(cell) + amount);
    }

    void record(StreamHistogram histogram, long value) {
        BucketCounts counts = get(histogram);
        if (counts == null || !counts.count(histogram.layout(), value)) {
            grow(histogram, counts == null ? EMPTY : counts, value);
        }
    }

    private void grow(StreamHistogram histogram, BucketCounts counts, long value) {
        if (takes(counts.bytesToGrow(histogram.layout(), value))) {
            publish(histogram, counts.record(histogram.layout(), value));
        } else {
            spilled.record(histogram, value);
        }
    }

    /** Whether there was room. */
    private boolean takes(int moreBytes) {
        if (heldBytes + moreBytes > spilled.maxBytesOfStream()) {
            return false;
        }
        heldBytes += moreBytes;
        return true;
    }

    private void publish(StreamHistogram histogram, BucketCounts counts) {
        if (histogram == StreamHistogram.DATA_GAP) {
            dataGap = counts;
        } else if (histogram == StreamHistogram.BYTE_GAP) {
            byteGap = counts;
        } else if (histogram == StreamHistogram.BOTH_GAPS) {
            bothGaps = counts;
        } else if (histogram == StreamHistogram.EVENT_SIZE) {
            eventSize = counts;
        } else if (histogram == StreamHistogram.WRITE_OK) {
            writeOk = counts;
        } else {
            writeFailed = counts;
        }
    }

    /** Counts an event whose type has {@code index} among {@code types} known ones. */
    void event(int index, int types) {
        if (index == 0) {
            lazySet(MESSAGES, get(MESSAGES) + 1);
            return;
        }
        AtomicLongArray counts = eventsByType;
        if (counts == null || index > counts.length()) {
            int held = counts == null ? 0 : counts.length();
            int wanted = Math.min((index + TYPES_GRAIN - 1) / TYPES_GRAIN * TYPES_GRAIN, types - 1);
            if (!takes((wanted - held) * Long.BYTES)) {
                spilled.event(index);
                return;
            }
            counts = grow(counts, wanted);
        }
        counts.lazySet(index - 1, counts.get(index - 1) + 1);
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
        lazySet(LAST_DATA_NANOS, nanos);
    }

    void bytesAt(long nanos) {
        lazySet(LAST_BYTE_NANOS, nanos);
    }

    /** Time of the last event, 0 if there was none. */
    long lastDataNanos() {
        return get(LAST_DATA_NANOS);
    }

    /** Time of the last byte, 0 if there was none. */
    long lastByteNanos() {
        return get(LAST_BYTE_NANOS);
    }

    void slowestWrite(long nanos, long epochMillis) {
        lazySet(SLOWEST_WRITE_EPOCH_MILLIS, epochMillis);
        lazySet(SLOWEST_WRITE_NANOS, nanos);
    }

    long slowestWriteNanos() {
        return get(SLOWEST_WRITE_NANOS);
    }

    long slowestWriteEpochMillis() {
        return get(SLOWEST_WRITE_EPOCH_MILLIS);
    }

    long get(StreamCounter counter) {
        return get(counter.ordinal());
    }

    /** Null as long as there was nothing to count. */
    BucketCounts get(StreamHistogram histogram) {
        // comparisons of constants vanish where this is inlined, a switch does not
        if (histogram == StreamHistogram.DATA_GAP) {
            return dataGap;
        } else if (histogram == StreamHistogram.BYTE_GAP) {
            return byteGap;
        } else if (histogram == StreamHistogram.BOTH_GAPS) {
            return bothGaps;
        } else if (histogram == StreamHistogram.EVENT_SIZE) {
            return eventSize;
        }
        return histogram == StreamHistogram.WRITE_OK ? writeOk : writeFailed;
    }

    /** Adds the events of each type into {@code totals}, which is long enough for every type. */
    void addEventsTo(long[] totals) {
        totals[0] += get(MESSAGES);
        AtomicLongArray counts = eventsByType;
        for (int i = 0; counts != null && i < counts.length(); i++) {
            totals[i + 1] += counts.get(i);
        }
    }

    long events() {
        AtomicLongArray counts = eventsByType;
        long events = get(MESSAGES);
        for (int i = 0; counts != null && i < counts.length(); i++) {
            events += counts.get(i);
        }
        return events;
    }
}
