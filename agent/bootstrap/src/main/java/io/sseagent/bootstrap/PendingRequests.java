package io.sseagent.bootstrap;

/**
 * Requests of one connection that wait for their response, oldest first. A framework may name a template from a thread of its own,
 * hence the lock; else they are for the thread of the connection. Entries are used again: nothing is allocated but when more
 * requests wait than ever before.
 */
final class PendingRequests {
    /** Whoever has more under way at once gets streams whose request is not known. */
    private static final int MOST = 1024;

    private Entry[] entries = {new Entry()};
    private int size;
    private int overflown;

    private long startedNanos;
    private long work;
    private Object route;
    private Object prefix;
    private CharSequence method;
    private CharSequence target;

    synchronized void add(int streamId, Object request, CharSequence requestMethod, CharSequence requestTarget) {
        if (size == MOST || overflown > 0) {
            // also when there is room again: what comes behind them must not be answered before them
            overflown++;
            return;
        }
        if (size == entries.length) {
            grow();
        }
        Entry next = entries[size++];
        next.streamId = streamId;
        next.request = request;
        next.method = requestMethod;
        next.target = requestTarget;
        next.startedNanos = System.nanoTime();
        next.work = StreamWork.openEndedRequestBegins();
    }

    private void grow() {
        Entry[] more = new Entry[size * 2];
        System.arraycopy(entries, 0, more, 0, size);
        for (int i = size; i < more.length; i++) {
            more[i] = new Entry();
        }
        entries = more;
    }

    synchronized void matched(int streamId, Object routePrefix, Object template) {
        int index = oldest(streamId);
        if (index < 0 && streamId == ServerConnection.IN_ORDER) {
            // its framework may not know of any number
            index = oldest(ServerConnection.UPGRADED);
        }
        if (index >= 0) {
            entries[index].route = template;
            entries[index].prefix = routePrefix;
        }
    }

    /** Takes the oldest of a stream out; null if there is none. */
    synchronized Object take(int streamId) {
        int index = oldest(streamId);
        if (index < 0) {
            overflown = Math.max(0, overflown - 1);
            startedNanos = 0;
            work = 0;
            route = null;
            prefix = null;
            method = null;
            target = null;
            return null;
        }
        Entry taken = entries[index];
        size--;
        System.arraycopy(entries, index + 1, entries, index, size - index);
        entries[size] = taken;
        startedNanos = taken.startedNanos;
        work = taken.work;
        route = taken.route;
        prefix = taken.prefix;
        method = taken.method;
        target = taken.target;
        Object request = taken.request;
        taken.route = null;
        taken.prefix = null;
        taken.method = null;
        taken.target = null;
        taken.request = null;
        return request;
    }

    private int oldest(int streamId) {
        for (int i = 0; i < size; i++) {
            if (entries[i].streamId == streamId) {
                return i;
            }
        }
        return -1;
    }

    /** Of the one that was taken last; 0 if there was none. */
    long startedNanos() {
        return startedNanos;
    }

    /** Of the one that was taken last; 0 if nobody asked. */
    long work() {
        return work;
    }

    /** Of the one that was taken last. */
    Object route() {
        return route;
    }

    /** Of the one that was taken last. */
    Object prefix() {
        return prefix;
    }

    /** Of the one that was taken last. */
    CharSequence method() {
        return method;
    }

    /** Of the one that was taken last. */
    CharSequence target() {
        return target;
    }

    private static final class Entry {
        private int streamId;
        private Object request;
        private Object route;
        private Object prefix;
        private CharSequence method;
        private CharSequence target;
        private long startedNanos;
        private long work;

        Entry() {}
    }
}
