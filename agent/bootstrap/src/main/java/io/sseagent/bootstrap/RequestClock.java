package io.sseagent.bootstrap;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When requests started, for servers that keep no start time and offer no slot: a lossy table of fixed size, without
 * references and without allocation. A slot packs a tag of the request's identity with microseconds.
 *
 * <p>Thread-safe. An overwritten entry reads as unknown; a wrong match needs an equal 19-bit tag in the same slot.
 */
final class RequestClock {
    private static final int SLOTS = 1 << 12;
    private static final int MICROS_BITS = 44;
    private static final long MICROS_MASK = (1L << MICROS_BITS) - 1;

    private final AtomicLongArray slots = new AtomicLongArray(SLOTS);

    void started(Object request, long nanos) {
        int hash = System.identityHashCode(request);
        slots.lazySet(hash & (SLOTS - 1), tag(hash) | (nanos / 1000 & MICROS_MASK));
    }

    /** Nanoseconds from {@link #started} to {@code nanos}, or -1 if this request's start is not known (any more). */
    long elapsedNanos(Object request, long nanos) {
        int hash = System.identityHashCode(request);
        long slot = slots.get(hash & (SLOTS - 1));
        if (slot == 0 || (slot & ~MICROS_MASK) != tag(hash)) {
            return -1;
        }
        return ((nanos / 1000 - slot) & MICROS_MASK) * 1000;
    }

    private static long tag(int hash) {
        // the lowest bit, which is part of the slot's index already, tells an entry from an empty slot
        return ((long) (hash >>> 11) | 1L) << MICROS_BITS;
    }
}
