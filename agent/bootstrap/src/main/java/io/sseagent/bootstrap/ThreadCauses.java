package io.sseagent.bootstrap;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a thread is doing that ends streams, for servers whose timers and frames know a connection and not its streams: those that
 * end on the same thread meanwhile, end because of it. Without a lock, an allocation or a thread-local.
 *
 * <p>Lossy: of two threads in one slot, the later one is known.
 */
final class ThreadCauses {
    private static final int SLOTS = 1 << 6;
    /** The first that applies is the evidence: a time-out resets streams, a reset is no time-out. */
    private static final CloseReason[] CAUSES = {
        CloseReason.IDLE_TIMEOUT, CloseReason.WRITE_FAILED, CloseReason.CLIENT_CLOSED
    };

    private final AtomicReferenceArray<Thread> threads = new AtomicReferenceArray<Thread>(SLOTS * CAUSES.length);

    /** Whether it is new for this thread. */
    boolean begin(CloseReason cause) {
        int slot = slot(cause);
        if (slot < 0 || threads.get(slot) == Thread.currentThread()) {
            return false;
        }
        threads.set(slot, Thread.currentThread());
        return true;
    }

    void end(CloseReason cause) {
        int slot = slot(cause);
        if (slot >= 0) {
            threads.compareAndSet(slot, Thread.currentThread(), null);
        }
    }

    /** Null if nothing is known. */
    CloseReason current() {
        Thread current = Thread.currentThread();
        int slot = ofThread(current);
        for (int i = 0; i < CAUSES.length; i++) {
            if (threads.get(i * SLOTS + slot) == current) {
                return CAUSES[i];
            }
        }
        return null;
    }

    private static int slot(CloseReason cause) {
        for (int i = 0; i < CAUSES.length; i++) {
            if (CAUSES[i] == cause) {
                return i * SLOTS + ofThread(Thread.currentThread());
            }
        }
        return -1;
    }

    private static int ofThread(Thread thread) {
        return (int) thread.getId() & (SLOTS - 1);
    }
}
