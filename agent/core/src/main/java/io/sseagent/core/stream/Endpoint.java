package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.core.parser.BoundedBytes;
import io.sseagent.core.stats.Exemplar;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The streams of one route. Its lock is taken when a stream opens, closes, or dispatches its first event, and for the
 * copy that a reading starts with; never by an ordinary event.
 *
 * <p>The cells of a closed stream are read live for one to two seconds more, and only then folded: a write on another thread
 * that overlapped the close still counts, and no total steps back under a reader. What goes on for longer is lost.
 */
final class Endpoint {
    /** Beyond these many, the longest closed one is folded at once: a bound for memory, not for time. */
    private static final int MOST_ENDED = 512;

    private static final int MOST_ENDED_OF_ALL = 4096;

    private final EndpointKey key;
    private final EventTypes eventTypes;
    private final SpilledCounts spilled;
    private final AtomicInteger endedOfAll;
    private volatile long retryMillis = -1;

    // Guarded by this.
    private final LiveSet live = new LiveSet();
    private final EndpointTotals folded;
    private final ArrayDeque<StreamRef> ended = new ArrayDeque<>();
    private final PeakMeter peak;
    private int endedBeforeTick;

    /** All endpoints share {@code endedOfAll}, the number of closed streams that are not folded yet. */
    Endpoint(EndpointKey key, EventTypes eventTypes, SpilledCounts spilled, AtomicInteger endedOfAll, long nowNanos) {
        this.key = key;
        this.eventTypes = eventTypes;
        this.spilled = spilled;
        this.endedOfAll = endedOfAll;
        this.folded = new EndpointTotals(eventTypes.capacity());
        this.peak = new PeakMeter(nowNanos);
    }

    EndpointKey key() {
        return key;
    }

    synchronized void opened(StreamRef stream, OpenKind kind, long establishNanos, long epochMillis) {
        folded.opened(kind);
        folded.request(RequestOutcome.OPENED);
        if (establishNanos >= 0) {
            folded.establish().record(establishNanos);
            folded.establish().offer(exemplar(stream.trace, establishNanos, epochMillis));
        }
        live.add(stream);
    }

    /** The streams that a client held with the one that it has just opened; 0 if it is not known. */
    synchronized void heldByClient(int streams) {
        if (streams > 0) {
            folded.perClient().record(streams);
        }
    }

    synchronized void firstEvent(Trace trace, long nanos, long epochMillis) {
        folded.firstEvent().record(nanos);
        folded.firstEvent().offer(exemplar(trace, nanos, epochMillis));
    }

    /** Ends a stream; false if that has happened before. Its last silence counts unless the agent was not there for all of it. */
    synchronized boolean closed(
            StreamRef stream, CloseReason reason, long nowNanos, long epochMillis, boolean silenceKnown) {
        if (!live.remove(stream)) {
            return false;
        }
        ended.add(stream);
        if (endedOfAll.incrementAndGet() > MOST_ENDED_OF_ALL || ended.size() > MOST_ENDED) {
            foldEldest();
        }
        folded.closed(reason);
        if (stream.startKnown) {
            long age = nowNanos - stream.openedNanos;
            if (key.mode() == Mode.SUBSCRIPTION) {
                folded.livedFor(age);
            }
            folded.duration(reason).record(age);
            folded.duration(reason).offer(exemplar(stream.trace, age, epochMillis));
        }
        if (silenceKnown) {
            folded.idleAtClose(reason.byServer()).record(nowNanos - stream.silentSinceNanos());
        }
        return true;
    }

    private void foldEldest() {
        StreamRef eldest = ended.remove();
        endedOfAll.decrementAndGet();
        folded.streams().add(eldest.counters, eldest.trace);
        endedBeforeTick = Math.max(endedBeforeTick - 1, 0);
    }

    private static Exemplar exemplar(Trace trace, long nanos, long epochMillis) {
        return trace == null ? null : trace.exemplar(nanos, epochMillis);
    }

    /** All open streams stood still for so long. */
    synchronized void stalled(long nanos) {
        folded.stalledByGc(live.size() * nanos);
    }

    synchronized StreamRef[] openStreams() {
        return live.copy();
    }

    synchronized int open() {
        return live.size();
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

    synchronized void resumed(ResumeOutcome outcome) {
        folded.resume(outcome);
    }

    synchronized void sentAfterClose() {
        folded.streams().add(StreamCounter.SENDS_AFTER_CLOSE, 1);
    }

    /** Without the lock, and mostly without a store: many applications send the same advice with each event. */
    void retryAdvised(long millis) {
        if (retryMillis != millis) {
            retryMillis = millis;
        }
    }

    /** The last advice, negative if there was none. */
    long retryMillis() {
        return retryMillis;
    }

    int eventType(BoundedBytes type) {
        return eventTypes.index(type);
    }

    int eventTypeCapacity() {
        return eventTypes.capacity();
    }

    /** Where a stream counts what it has no memory for. */
    SpilledCounts spilled() {
        return spilled;
    }

    /** What happens once a second; returns the events per second since the last time. */
    synchronized long tick(long nowNanos) {
        spilled.drainTo(folded.streams());
        long events = folded.streams().events() + live.events();
        for (StreamRef stream : ended) {
            events += stream.counters.events();
        }
        long eventsPerSecond = peak.tick(events, nowNanos);
        while (endedBeforeTick > 0) {
            foldEldest();
        }
        endedBeforeTick = ended.size();
        return eventsPerSecond;
    }

    /** Copies under the lock and sums the open streams after it, so that writers never wait for a reader. */
    EndpointSnapshot read(long nowNanos, long stalledAfterNanos) {
        EndpointTotals totals = new EndpointTotals(eventTypes.capacity());
        StreamRef[] open;
        StreamRef[] closed;
        long peakPerSecond;
        synchronized (this) {
            spilled.drainTo(folded.streams());
            totals.add(folded);
            open = live.copy();
            closed = ended.toArray(new StreamRef[0]);
            peakPerSecond = peak.peak();
        }
        totals.retryAdvised(retryMillis);
        EndpointSnapshot snapshot = new EndpointSnapshot(key, totals, eventTypes.names(), peakPerSecond);
        for (StreamRef stream : closed) {
            totals.streams().add(stream.counters, stream.trace);
        }
        for (StreamRef stream : open) {
            snapshot.add(stream, nowNanos, stalledAfterNanos);
        }
        return snapshot;
    }
}
