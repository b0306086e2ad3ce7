package io.sseagent.core.wire;

import java.lang.ref.WeakReference;

/**
 * What an application has written to an open stream and its server keeps in a buffer, where nobody has flushed it. Seen by looking now and
 * then, so a delay is known to the distance of two looks, and one that no two looks fall into is not known. For the agent's thread.
 */
final class HeldBytes extends WeakReference<Object> {
    static final long NO_DELAY = -1;
    private static final long NOTHING = -1;

    final String path;
    /** Where the bytes end that are waited for. */
    private long endOfHeld = NOTHING;

    private long sinceNanos;
    private boolean proved;

    HeldBytes(Object output, String path) {
        super(output);
        this.path = path;
    }

    /**
     * A look: {@code written} was read first, so that what had not {@code passed} then was held. Returns the nanoseconds of a delay that is over.
     */
    long look(long written, long passed, long nowNanos) {
        long delayNanos = NO_DELAY;
        if (endOfHeld != NOTHING && passed < endOfHeld) {
            // a first look may have fallen between a write and its flush
            proved = true;
            return delayNanos;
        }
        if (proved) {
            delayNanos = nowNanos - sinceNanos;
        }
        proved = false;
        sinceNanos = nowNanos;
        endOfHeld = written > passed ? written : NOTHING;
        return delayNanos;
    }

    /** Whether bytes were held at the last look that were held at the one before. */
    boolean isHeld() {
        return proved;
    }
}
