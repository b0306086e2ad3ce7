package io.sseagent.core.stream;

/** A stream that a client lost; sorted by deadline. The links belong to {@link Departures}. */
final class Departure implements Comparable<Departure> {
    final long client;
    final Endpoint endpoint;
    final long nanos;
    /** Until when it may come back, as nanoseconds since the tracker began. */
    final long deadlineNanos;

    final boolean byServer;
    /** Tells departures of one deadline apart. */
    final long number;

    // Neighbours among the departures of the same client.
    Departure earlier;
    Departure later;

    Departure(long client, Endpoint endpoint, long nanos, long deadlineNanos, boolean byServer, long number) {
        this.client = client;
        this.endpoint = endpoint;
        this.nanos = nanos;
        this.deadlineNanos = deadlineNanos;
        this.byServer = byServer;
        this.number = number;
    }

    @Override
    public int compareTo(Departure other) {
        int order = Long.compare(deadlineNanos, other.deadlineNanos);
        return order != 0 ? order : Long.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
