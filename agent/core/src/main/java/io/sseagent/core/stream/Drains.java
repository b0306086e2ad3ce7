package io.sseagent.core.stream;

import java.util.concurrent.ConcurrentHashMap;

/** Servers that are stopping under open streams, and since when. Thread-safe. */
final class Drains {
    private final ConcurrentHashMap<String, Drain> byServer = new ConcurrentHashMap<>();
    private volatile DrainListener listener;

    void listener(DrainListener told) {
        listener = told;
    }

    void begin(String server, int open, long nowNanos) {
        if (open > 0) {
            byServer.putIfAbsent(server, new Drain(open, nowNanos));
        }
    }

    /** The server serves again. */
    void forget(String server) {
        byServer.remove(server);
    }

    boolean isUnderWay(String server) {
        return byServer.containsKey(server);
    }

    /** No stream of the server is open any more. */
    void end(String server, long nowNanos) {
        Drain ended = byServer.remove(server);
        DrainListener told = listener;
        if (ended != null && told != null) {
            told.drained(server, ended.streams, nowNanos - ended.sinceNanos);
        }
    }

    private static final class Drain {
        private final int streams;
        private final long sinceNanos;

        Drain(int streams, long sinceNanos) {
            this.streams = streams;
            this.sinceNanos = sinceNanos;
        }
    }
}
