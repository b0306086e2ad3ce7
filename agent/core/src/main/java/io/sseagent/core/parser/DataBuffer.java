package io.sseagent.core.parser;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;

/** Memory for the data of one event, and who holds it; null if nobody does. A stream that was collected holds nothing any more. */
final class DataBuffer extends AtomicReference<WeakReference<EventData>> {
    static final int BYTES = 16 * 1024;
    private static final long serialVersionUID = 1;

    final transient byte[] bytes = new byte[BYTES];

    boolean take(WeakReference<EventData> taker) {
        WeakReference<EventData> holder = get();
        return (holder == null || holder.get() == null) && compareAndSet(holder, taker);
    }
}
