package io.sseagent.core.stream;

/** A stream that a client lost. The links belong to {@link Departures}. */
final class Departure {
    final long client;
    final Endpoint endpoint;
    final long nanos;
    final boolean byServer;

    // Neighbours among the departures of the same client.
    Departure earlier;
    Departure later;

    Departure(long client, Endpoint endpoint, long nanos, boolean byServer) {
        this.client = client;
        this.endpoint = endpoint;
        this.nanos = nanos;
        this.byServer = byServer;
    }
}
