package io.sseagent.core.stream;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * How the model holds an open stream: weakly, because only the server's slot says that it is still open. Its cells are held
 * firmly, so that a stream whose end was missed keeps its counts and leaves the gauges when its response is collected.
 */
final class StreamRef extends WeakReference<LiveStream> implements StreamLife {
    final Endpoint endpoint;
    final StreamCounters counters;
    final Trace trace;
    /** 0 if nothing is known of it. */
    final long client;
    /** Its key among those that may come back to this template. */
    final long returningClient;

    final long openedNanos;
    final boolean startKnown;
    private final byte clientFamily;
    private volatile Object work;
    // Place in the endpoint's live set; guarded by the endpoint.
    int place;

    StreamRef(
            LiveStream stream,
            ReferenceQueue<LiveStream> collected,
            Endpoint endpoint,
            StreamCounters counters,
            Trace trace,
            long client,
            long returningClient,
            ClientFamily clientFamily,
            long openedNanos,
            boolean startKnown) {
        super(stream, collected);
        this.endpoint = endpoint;
        this.counters = counters;
        this.trace = trace;
        this.client = client;
        this.returningClient = returningClient;
        this.clientFamily = (byte) clientFamily.ordinal();
        this.openedNanos = openedNanos;
        this.startKnown = startKnown;
    }

    @Override
    public EndpointKey endpoint() {
        return endpoint.key();
    }

    @Override
    public long openedNanos() {
        return openedNanos;
    }

    @Override
    public boolean startKnown() {
        return startKnown;
    }

    @Override
    public long client() {
        return client;
    }

    @Override
    public ClientFamily clientFamily() {
        return ClientFamily.at(clientFamily);
    }

    @Override
    public String traceId() {
        return trace == null ? null : trace.traceId();
    }

    @Override
    public long events() {
        return counters.events();
    }

    @Override
    public long bytes() {
        return counters.get(StreamCounter.BYTES);
    }

    @Override
    public Object work() {
        return work;
    }

    @Override
    public void work(Object left) {
        work = left;
    }

    @Override
    public long silentSinceNanos() {
        long lastByteNanos = counters.lastByteNanos();
        return lastByteNanos == 0 ? openedNanos : lastByteNanos;
    }

    @Override
    public long slowestWriteNanos() {
        return counters.slowestWriteNanos();
    }

    @Override
    public long slowestWriteEpochMillis() {
        return counters.slowestWriteEpochMillis();
    }
}
