package io.sseagent.core.resources;

import io.sseagent.core.stream.EndpointKey;
import io.sseagent.core.stream.StreamLife;

/** A stream for whoever was started for it. Once it has ended, only where it belonged and when that was is left, because work that lives on holds it. */
final class StreamEnd {
    private final EndpointKey endpoint;
    private volatile StreamLife open;
    private volatile String traceId;
    private volatile long endedNanos;

    StreamEnd(StreamLife stream) {
        this.endpoint = stream.endpoint();
        this.open = stream;
    }

    EndpointKey endpoint() {
        return endpoint;
    }

    void ended(long nowNanos) {
        StreamLife stream = open;
        traceId = stream == null ? null : stream.traceId();
        endedNanos = nowNanos;
        open = null;
    }

    boolean isOpen() {
        return open != null;
    }

    boolean endedBefore(long nanos) {
        return open == null && endedNanos - nanos < 0;
    }

    /** Null if its request had none. */
    String traceId() {
        StreamLife stream = open;
        return stream == null ? traceId : stream.traceId();
    }
}
