package io.sseagent.core.stream;

import io.sseagent.bootstrap.StreamRequest;
import java.lang.ref.ReferenceQueue;

/** The moment in which a stream opens: what was known then. Immutable. */
final class Opening {
    private final ReferenceQueue<LiveStream> collected;
    private final long client;
    private final long returningClient;
    private final ClientFamily clientFamily;
    private final Trace trace;
    private final long nowNanos;
    private final long establishNanos;
    private final boolean startKnown;
    private final boolean encoded;
    private final Resumption resumption;
    private final OpenKind kind;

    Opening(
            StreamRequest request,
            long client,
            long returningClient,
            ReferenceQueue<LiveStream> collected,
            long nowNanos) {
        this.collected = collected;
        this.client = client;
        this.returningClient = returningClient;
        this.clientFamily = ClientFamily.of(request.header(StreamRequest.USER_AGENT));
        this.trace = Trace.parse(request.header(StreamRequest.TRACEPARENT));
        this.nowNanos = nowNanos;
        this.startKnown = !request.isPickedUp();
        this.resumption = startKnown ? Resumption.after(request.header(StreamRequest.LAST_EVENT_ID)) : null;
        this.encoded = request.isEncoded();
        this.establishNanos = startKnown ? request.elapsedNanos() : -1;
        this.kind = !startKnown ? OpenKind.ATTACHED : resumes(request) ? OpenKind.RESUMED : OpenKind.FRESH;
    }

    private static boolean resumes(StreamRequest request) {
        String id = request.header(StreamRequest.LAST_EVENT_ID);
        return id != null && !id.isEmpty();
    }

    StreamRef ref(LiveStream stream, Endpoint endpoint, StreamCounters counters) {
        return new StreamRef(
                stream,
                collected,
                endpoint,
                counters,
                trace,
                client,
                returningClient,
                clientFamily,
                nowNanos,
                startKnown);
    }

    OpenKind kind() {
        return kind;
    }

    boolean startKnown() {
        return startKnown;
    }

    /** Null if the client did not ask for what comes after an id that tells an order. */
    Resumption resumption() {
        return resumption;
    }

    boolean encoded() {
        return encoded;
    }

    boolean establishKnown() {
        return establishNanos >= 0;
    }

    long establishNanos() {
        return establishNanos;
    }

    /** When the request started; meaningful if the establishment is known. */
    long startedNanos() {
        return nowNanos - Math.max(establishNanos, 0);
    }
}
