package io.sseagent.core.stream;

import io.sseagent.bootstrap.SseStream;

/**
 * How long the writes of a stream take; its writer's. A superclass and no part, because an object more is 16 bytes of every
 * open stream.
 *
 * <p>While the model's pulse beats, the end of a write is looked up for one in eight, which then counts for those before it, and for
 * the first after a beat: what takes longer than a beat is timed exactly, what is faster is a sample. When writes begin is always exact.
 */
abstract class WriteTimes extends SseStream {
    /** From this size on a write is worth a clock reading of its own; smaller ones are timed with their flush. */
    private static final int LARGE_WRITE_BYTES = 4096;

    private static final int MOST_UNTIMED = 7;
    private static final long NO_GAP = Long.MIN_VALUE;

    private final StreamModel model;
    private final StreamCounters counters;

    /** When the last write began. */
    private long writeNanos;
    /** What lay before the last write, as long as it is not counted. */
    private long byteGapNanos = NO_GAP;
    /** When what is not flushed yet began to be written, 0 if that is nothing or not known. */
    private long unflushedSinceNanos;
    /** The beat in which the last timed write ended. */
    private int beat;
    /** The last pause of the JVM before the last event. */
    private int pausesSeen;
    /** Writes since the last that was timed. */
    private int untimed;

    WriteTimes(StreamModel model, StreamCounters counters) {
        this.model = model;
        this.counters = counters;
    }

    final StreamModel model() {
        return model;
    }

    final StreamCounters counters() {
        return counters;
    }

    /** A write began at {@code startNanos}, or now if that is 0, and then its end tells nothing about how long it took. */
    final void begin(long startNanos) {
        long now = startNanos == 0 ? model.clock().nanos() : startNanos;
        writeNanos = now;
        unflushedSinceNanos = startNanos;
        long lastByteNanos = counters.lastByteNanos();
        byteGapNanos = lastByteNanos == 0 ? NO_GAP : now - lastByteNanos;
        counters.bytesAt(now);
    }

    /** An event came with this write, the first one or a later one. */
    final void event() {
        long lastDataNanos = counters.lastDataNanos();
        int pauses = model.gcPauses().number();
        if (lastDataNanos != 0) {
            if (pauses != pausesSeen) {
                counters.add(StreamCounter.DELAYED_BY_GC, 1);
            }
            long gapNanos = writeNanos - lastDataNanos;
            if (gapNanos == byteGapNanos) {
                counters.record(StreamHistogram.BOTH_GAPS, gapNanos);
                byteGapNanos = NO_GAP;
            } else {
                counters.record(StreamHistogram.DATA_GAP, gapNanos);
            }
        }
        pausesSeen = pauses;
        counters.dataAt(writeNanos);
    }

    final void end(int length) {
        if (byteGapNanos != NO_GAP) {
            counters.record(StreamHistogram.BYTE_GAP, byteGapNanos);
            byteGapNanos = NO_GAP;
        }
        counters.add(StreamCounter.BYTES, length);
        if (length >= LARGE_WRITE_BYTES) {
            flushed();
        }
    }

    /** What was written is on its way: times it, or counts on a later one. */
    final void time(boolean traced) {
        int now = model.pulse().beat();
        boolean fast = now == beat && now != Pulse.NONE;
        if (fast && untimed < MOST_UNTIMED) {
            untimed++;
            return;
        }
        beat = now;
        long nanos = model.clock().nanos() - unflushedSinceNanos;
        counters.record(StreamHistogram.WRITE_OK, nanos);
        // one that a beat has passed in may be slow, and speaks for itself alone
        for (; fast && untimed > 0; untimed--) {
            counters.record(StreamHistogram.WRITE_OK, nanos);
        }
        if (traced && nanos > counters.slowestWriteNanos()) {
            counters.slowestWrite(nanos, model.clock().epochMillis());
        }
    }

    /** A write failed that began at {@code startNanos}; if that is 0, what is not flushed yet. */
    final void timeFailed(long startNanos) {
        long since = startNanos != 0 ? startNanos : unflushedSinceNanos;
        if (since != 0) {
            counters.record(StreamHistogram.WRITE_FAILED, model.clock().nanos() - since);
        }
    }

    final boolean isUnflushed() {
        return unflushedSinceNanos != 0;
    }

    final void forgetUnflushed() {
        unflushedSinceNanos = 0;
    }
}
