package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.core.parser.BoundedBytes;
import io.sseagent.core.stats.Exemplar;

/**
 * The streams of one route. Its lock is taken when a stream opens, closes, or dispatches its first event, and for the
 * copy that a reading starts with; never by an ordinary event.
 */
final class Endpoint {
    private final EndpointKey key;
    private final EventTypes eventTypes;

    // Guarded by this.
    private final LiveSet live = new LiveSet();
    private final EndpointTotals folded;
    private final PeakMeter peak = new PeakMeter();

    Endpoint(EndpointKey key, EventTypes eventTypes) {
        this.key = key;
        this.eventTypes = eventTypes;
        this.folded = new EndpointTotals(eventTypes.capacity());
    }

    EndpointKey key() {
        return key;
    }

    synchronized void opened(StreamRef stream, OpenKind kind, long establishNanos, long epochMillis) {
        live.add(stream);
        folded.opened(kind);
        folded.request(RequestOutcome.OPENED);
        if (establishNanos >= 0) {
            folded.establish().record(establishNanos);
            folded.establish().offer(exemplar(stream.trace, establishNanos, epochMillis));
        }
    }

    synchronized void firstEvent(Trace trace, long nanos, long epochMillis) {
        folded.firstEvent().record(nanos);
        folded.firstEvent().offer(exemplar(trace, nanos, epochMillis));
    }

    /** Folds a stream; false if that has happened before. */
    synchronized boolean closed(StreamRef stream, CloseReason reason, long nowNanos, long epochMillis) {
        if (!live.remove(stream)) {
            return false;
        }
        folded.streams().add(stream.counters, stream.trace);
        folded.closed(reason);
        if (stream.startKnown) {
            long age = nowNanos - stream.openedNanos;
            folded.duration(reason).record(age);
            folded.duration(reason).offer(exemplar(stream.trace, age, epochMillis));
        }
        long lastByte = stream.counters.lastByteNanos();
        folded.idleAtClose(reason.byServer()).record(nowNanos - (lastByte == 0 ? stream.openedNanos : lastByte));
        return true;
    }

    private static Exemplar exemplar(Trace trace, long nanos, long epochMillis) {
        return trace == null ? null : trace.exemplar(nanos, epochMillis);
    }

    synchronized void refused(RequestOutcome outcome) {
        folded.request(outcome);
    }

    synchronized void reconnected(ReconnectOutcome outcome, boolean strong, long gapNanos) {
        folded.reconnect(outcome);
        if (gapNanos >= 0) {
            folded.reconnect(outcome, strong).record(gapNanos);
        }
    }

    synchronized void sentAfterClose() {
        folded.streams().add(StreamCounter.SENDS_AFTER_CLOSE, 1);
    }

    synchronized void retryAdvised(long millis) {
        folded.retryAdvised(millis);
    }

    int eventType(BoundedBytes type) {
        return eventTypes.index(type);
    }

    int eventTypeCapacity() {
        return eventTypes.capacity();
    }

    synchronized void tick(long nowNanos) {
        peak.tick(folded.streams().events() + live.events(), nowNanos);
    }

    /** Copies under the lock and sums the open streams after it, so that writers never wait for a reader. */
    EndpointSnapshot read(long nowNanos, long stalledAfterNanos) {
        EndpointTotals totals = new EndpointTotals(eventTypes.capacity());
        StreamRef[] open;
        long peakPerSecond;
        synchronized (this) {
            totals.add(folded);
            open = live.copy();
            peakPerSecond = peak.peak();
        }
        EndpointSnapshot snapshot = new EndpointSnapshot(key, totals, eventTypes.names(), peakPerSecond);
        for (StreamRef stream : open) {
            snapshot.add(stream, nowNanos, stalledAfterNanos);
        }
        return snapshot;
    }

    synchronized int active() {
        return live.size();
    }
}
