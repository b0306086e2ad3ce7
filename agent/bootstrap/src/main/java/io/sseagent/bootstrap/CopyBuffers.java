package io.sseagent.bootstrap;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Arrays to copy bytes into that can be read in no other way without allocation. Thread-safe and without a lock: a thread finds
 * the array that it gave back last, unless another one of the same slot has it just now.
 */
public final class CopyBuffers {
    private static final int SLOTS = 1 << 6;
    static final int BYTES = 1 << 13;
    private static final AtomicReferenceArray<byte[]> FREE = new AtomicReferenceArray<byte[]>(SLOTS);

    private CopyBuffers() {}

    /** An array of eight kilobytes with any content. One that is not given back is replaced. */
    public static byte[] borrow() {
        byte[] free = FREE.getAndSet(slot(), null);
        return free == null ? new byte[BYTES] : free;
    }

    /** Gives back what {@link #borrow} handed out to this thread. */
    public static void giveBack(byte[] borrowed) {
        FREE.lazySet(slot(), borrowed);
    }

    private static int slot() {
        return (int) Thread.currentThread().getId() & (SLOTS - 1);
    }
}
