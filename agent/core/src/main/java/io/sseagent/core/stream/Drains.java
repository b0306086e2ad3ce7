package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import java.util.concurrent.ConcurrentHashMap;

/** Servers that are stopping, and since when if under open streams. Thread-safe. */
final class Drains {
    private final ConcurrentHashMap<String, Drain> byServer = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Boolean> stopping = new ConcurrentHashMap<>();
    private volatile boolean jvmStopping;
    private volatile DrainListener listener;

    void listener(DrainListener told) {
        listener = told;
    }

    /** The JVM stops, and every server with it. */
    void jvmStops() {
        jvmStopping = true;
    }

    /** The server stops, with so many open streams. */
    void stops(String server, int open, long nowNanos) {
        stopping.put(server, Boolean.TRUE);
        begin(server, open, nowNanos);
    }

    /** What evidence means at this moment: of what comes while the server stops, its stopping is the cause. */
    CloseReason now(CloseReason evidence, String server) {
        boolean stops = jvmStopping || stopping.containsKey(server);
        return stops && evidence != CloseReason.ASYNC_TIMEOUT ? CloseReason.SHUTDOWN : evidence;
    }

    void begin(String server, int open, long nowNanos) {
        if (open > 0) {
            byServer.putIfAbsent(server, new Drain(open, nowNanos));
        }
    }

    /** The server serves again. */
    void forget(String server) {
        stopping.remove(server);
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
