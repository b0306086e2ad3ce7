package io.sseagent.testapps.matrix;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What the clients of the soak have seen. Written by their thread, read by any. */
final class SoakCounts {
    private static final int MOST_TOLD = 20;

    final AtomicLong open = new AtomicLong();
    final AtomicLong opened = new AtomicLong();
    final AtomicLong events = new AtomicLong();
    final AtomicLong turnedAway = new AtomicLong();
    final AtomicLong timedOut = new AtomicLong();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    void wrong(String what) {
        if (wrong.size() < MOST_TOLD) {
            wrong.add(what);
        }
    }

    /** What should not have happened, the first of it. */
    List<String> wrong() {
        return wrong;
    }
}
