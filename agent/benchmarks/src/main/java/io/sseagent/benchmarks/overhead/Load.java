package io.sseagent.benchmarks.overhead;

/** A fixed amount of work for one round: {@code units} events or requests. */
record Load(int units, int connections, int requests, int pauseMicros, String path) {
    private static final int EVENTS_PER_STREAM = 5000;
    private static final int CONNECTIONS = 8;
    private static final int PAUSE_MICROS = 1000;

    static Load events(int events, boolean flush) {
        int perStream = Math.min(events, EVENTS_PER_STREAM);
        int streams = Math.max(1, events / perStream);
        return new Load(
                streams * perStream,
                CONNECTIONS,
                streams,
                PAUSE_MICROS,
                "/events?events=" + perStream + "&flush=" + flush);
    }

    static Load requests(int requests) {
        return new Load(requests, CONNECTIONS, requests, 0, "/plain");
    }

    /** As the load client reads it. */
    String command(int port) {
        return "run " + port + " " + connections + " " + requests + " " + pauseMicros + " " + path;
    }
}
