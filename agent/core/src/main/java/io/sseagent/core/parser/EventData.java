package io.sseagent.core.parser;

import java.lang.ref.WeakReference;

/**
 * What reads the data and ids of one stream's events, if somebody asked for that: a stream without one pays a null check per
 * line of data. The first {@link #MAX_BYTES} bytes of an event are collected, in a buffer that is borrowed from its first line to
 * its end. Of the stream's writer; implementations do not throw.
 */
public abstract class EventData {
    /** What is collected of one event. */
    public static final int MAX_BYTES = DataBuffer.BYTES;

    private final DataBuffers buffers;
    private final WeakReference<EventData> self;
    private DataBuffer buffer;
    private int length;
    private boolean begun;
    private boolean cut;

    /** Without buffers no data is collected, and only ids are told. */
    protected EventData(DataBuffers buffers) {
        this.buffers = buffers;
        this.self = buffers == null ? null : new WeakReference<>(this);
    }

    /** The event had data; valid during this call. {@code cut} if there was more than {@code length} bytes, or no buffer for them. */
    protected abstract void onData(BoundedBytes type, byte[] data, int length, boolean cut);

    /** A block set the last event id, possibly to nothing; comes before the data of the same block. */
    protected abstract void onId(BoundedBytes id);

    /** No buffer was free: the event's data is not told of. */
    protected abstract void onNoBuffer();

    /** The stream has ended. May come more than once, and does not come where the end was missed. */
    protected abstract void onEnd();

    final <T> void append(ByteAccess<T> access, T bytes, int from, int to) {
        if (isCollecting()) {
            int kept = Math.min(DataBuffer.BYTES - length, to - from);
            access.copy(bytes, from, buffer.bytes, length, kept);
            length += kept;
            cut |= kept < to - from;
        }
    }

    final void endLine() {
        if (isCollecting()) {
            if (length < DataBuffer.BYTES) {
                buffer.bytes[length++] = '\n';
            } else {
                cut = true;
            }
        }
    }

    private boolean isCollecting() {
        if (!begun && buffers != null) {
            begun = true;
            buffer = buffers.take(self);
            if (buffer == null) {
                onNoBuffer();
            }
        }
        return buffer != null;
    }

    /** The event is dispatched. */
    final void dispatch(BoundedBytes type) {
        if (buffer != null) {
            // every line added an LF, the last one is dropped; where that had no room, nothing else is missing
            boolean full = cut || length == 0;
            onData(type, buffer.bytes, full ? length : length - 1, cut);
        }
        discard();
    }

    /** The block is over. */
    final void discard() {
        begun = false;
        if (buffer != null) {
            buffer.set(null);
            buffer = null;
        }
        length = 0;
        cut = false;
    }
}
