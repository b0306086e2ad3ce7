package io.sseagent.core.resources;

import io.sseagent.core.stream.EndpointKey;

/** What is left of a stream for whoever was started for it: where it belonged and when it ended. Small, because work that lives on holds it. */
final class StreamEnd {
    private final EndpointKey endpoint;
    private volatile String traceId;
    private volatile long endedNanos;
    private volatile boolean ended;

    StreamEnd(EndpointKey endpoint) {
        this.endpoint = endpoint;
    }

    EndpointKey endpoint() {
        return endpoint;
    }

    /** {@code itsTraceId} may be null. */
    void ended(long nowNanos, String itsTraceId) {
        traceId = itsTraceId;
        endedNanos = nowNanos;
        ended = true;
    }

    boolean isOpen() {
        return !ended;
    }

    boolean endedBefore(long nanos) {
        return ended && endedNanos - nanos < 0;
    }

    /** Null while the stream is open, and if its request had none. */
    String traceId() {
        return traceId;
    }
}
