package io.sseagent.core.parser;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The buffers that all streams share: one is held from the first line of an event's data to its end, which is mostly within one
 * write. Made when they are first needed, and bounded. Thread-safe, without a lock.
 */
public final class DataBuffers {
    private final AtomicReferenceArray<DataBuffer> buffers;

    /** So many at most. */
    public DataBuffers(int max) {
        this.buffers = new AtomicReferenceArray<>(max);
    }

    /** Null if all are held. */
    DataBuffer take(WeakReference<EventData> taker) {
        int count = buffers.length();
        // streams look in different places first
        int first = (System.identityHashCode(taker) & Integer.MAX_VALUE) % count;
        for (int i = 0; i < count; i++) {
            int index = (first + i) % count;
            DataBuffer buffer = buffers.get(index);
            if (buffer == null) {
                buffers.compareAndSet(index, null, new DataBuffer());
                buffer = buffers.get(index);
            }
            if (buffer.take(taker)) {
                return buffer;
            }
        }
        return null;
    }
}
