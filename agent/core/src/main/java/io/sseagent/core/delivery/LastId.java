package io.sseagent.core.delivery;

import java.lang.ref.WeakReference;

/** The last integer id of one open stream. Written by the stream's writer, read by any thread; gone with its owner. */
final class LastId extends WeakReference<Object> {
    private static final long NONE = -1;

    private final RouteIds route;
    private volatile long value;
    // Of the writer.
    private boolean written;

    /** {@code resumedAfter} is what the client had, or -1. */
    LastId(Object owner, RouteIds route, long resumedAfter) {
        super(owner);
        this.route = route;
        this.value = resumedAfter;
    }

    /** The stream wrote this id, which is no integer if it is -1. */
    void wrote(long id) {
        if (id == NONE) {
            return;
        }
        // what a client claims to have says nothing about the application's numbers
        boolean back = written && id < value;
        written = true;
        value = id;
        route.wrote(id, back);
    }

    void end() {
        route.remove(this);
    }

    /** How far it is behind {@code newest}; 0 if it has no id. */
    long behind(long newest) {
        long last = value;
        return last == NONE ? 0 : Math.max(newest - last, 0);
    }
}
