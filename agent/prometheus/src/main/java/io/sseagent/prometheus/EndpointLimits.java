package io.sseagent.prometheus;

/** What bounds the endpoint's clients. Immutable. */
final class EndpointLimits {
    /** A scraper needs one connection at a time; a few servers and a curious human fit. */
    static final EndpointLimits DEFAULT = new EndpointLimits(8, 5_000, 30_000, 10_000);

    private final int maxConnections;
    private final long requestMillis;
    private final long responseMillis;
    private final long retryMillis;

    EndpointLimits(int maxConnections, long requestMillis, long responseMillis, long retryMillis) {
        this.maxConnections = maxConnections;
        this.requestMillis = requestMillis;
        this.responseMillis = responseMillis;
        this.retryMillis = retryMillis;
    }

    /** Connections served at the same time; one more is told to come back. */
    int maxConnections() {
        return maxConnections;
    }

    /** From the connection to the end of the request's head. */
    long requestMillis() {
        return requestMillis;
    }

    /** From there to the last byte that the client has taken. */
    long responseMillis() {
        return responseMillis;
    }

    /** Between two attempts to get the port. */
    long retryMillis() {
        return retryMillis;
    }
}
