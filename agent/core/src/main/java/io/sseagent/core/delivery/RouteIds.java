package io.sseagent.core.delivery;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The newest id of a route, and its open streams. An id that goes back within one stream means that the application counts anew, and
 * then the newest is that one. Thread-safe, without a lock.
 */
final class RouteIds {
    private static final long NONE = -1;

    private final AtomicLong newest = new AtomicLong(NONE);
    private final Set<LastId> open = ConcurrentHashMap.newKeySet();

    LastId opened(Object owner, long resumedAfter) {
        LastId id = new LastId(owner, this, resumedAfter);
        open.add(id);
        return id;
    }

    void remove(LastId id) {
        open.remove(id);
    }

    void wrote(long id, boolean back) {
        if (back) {
            newest.set(id);
            return;
        }
        long known = newest.get();
        while (id > known && !newest.compareAndSet(known, id)) {
            known = newest.get();
        }
    }

    /** What the open streams are behind, summed; negative if no integer id was written yet. */
    long backlog() {
        long last = newest.get();
        if (last == NONE) {
            return NONE;
        }
        long behind = 0;
        for (Iterator<LastId> each = open.iterator(); each.hasNext(); ) {
            LastId id = each.next();
            if (id.get() == null) {
                // its end was missed
                each.remove();
            } else {
                behind += id.behind(last);
            }
        }
        return behind;
    }
}
