package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.core.stats.BucketLayout;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.Layouts;

/**
 * What an endpoint counts when streams open and close, plus the cells of closed streams. Not thread-safe: guarded by its
 * endpoint, or owned by a reader.
 */
public final class EndpointTotals {
    private final long[] opened = new long[OpenKind.values().length];
    private final long[] closed = new long[CloseReason.values().length];
    private final long[] requests = new long[RequestOutcome.values().length];
    private final long[] shortLives = new long[ShortLife.values().length];
    private final long[] resumes = new long[ResumeOutcome.values().length];
    private final long[] reconnects = new long[ReconnectOutcome.values().length];
    private final HistogramTotals establish = new HistogramTotals(Layouts.ESTABLISH);
    private final HistogramTotals firstEvent = new HistogramTotals(Layouts.ESTABLISH);
    private final HistogramTotals perClient = new HistogramTotals(Layouts.STREAMS);
    private final HistogramTotals[] duration = new HistogramTotals[CloseReason.values().length];
    private final HistogramTotals idleClosedByClient = new HistogramTotals(Layouts.GAP);
    private final HistogramTotals idleClosedByServer = new HistogramTotals(Layouts.GAP);
    private final HistogramTotals[] reconnectStrong = new HistogramTotals[ReconnectOutcome.values().length];
    private final HistogramTotals[] reconnectWeak = new HistogramTotals[ReconnectOutcome.values().length];
    private final StreamTotals streams;
    private long gcStalledNanos;
    private long retryMillis = -1;

    EndpointTotals(int eventTypes) {
        this.streams = new StreamTotals(eventTypes);
        fill(duration, Layouts.DURATION);
        fill(reconnectStrong, Layouts.RECONNECT);
        fill(reconnectWeak, Layouts.RECONNECT);
    }

    private static void fill(HistogramTotals[] histograms, BucketLayout layout) {
        for (int i = 0; i < histograms.length; i++) {
            histograms[i] = new HistogramTotals(layout);
        }
    }

    void add(EndpointTotals other) {
        add(opened, other.opened);
        add(closed, other.closed);
        add(requests, other.requests);
        add(shortLives, other.shortLives);
        add(resumes, other.resumes);
        add(reconnects, other.reconnects);
        establish.add(other.establish);
        firstEvent.add(other.firstEvent);
        perClient.add(other.perClient);
        add(duration, other.duration);
        idleClosedByClient.add(other.idleClosedByClient);
        idleClosedByServer.add(other.idleClosedByServer);
        add(reconnectStrong, other.reconnectStrong);
        add(reconnectWeak, other.reconnectWeak);
        streams.add(other.streams);
        gcStalledNanos += other.gcStalledNanos;
        retryMillis = other.retryMillis >= 0 ? other.retryMillis : retryMillis;
    }

    private static void add(long[] own, long[] others) {
        for (int i = 0; i < own.length; i++) {
            own[i] += others[i];
        }
    }

    private static void add(HistogramTotals[] own, HistogramTotals[] others) {
        for (int i = 0; i < own.length; i++) {
            own[i].add(others[i]);
        }
    }

    void opened(OpenKind kind) {
        opened[kind.ordinal()]++;
    }

    void closed(CloseReason reason) {
        closed[reason.ordinal()]++;
    }

    void livedFor(long nanos) {
        for (ShortLife life : ShortLife.values()) {
            if (life.includes(nanos)) {
                shortLives[life.ordinal()]++;
            }
        }
    }

    void request(RequestOutcome outcome) {
        requests[outcome.ordinal()]++;
    }

    void reconnect(ReconnectOutcome outcome) {
        reconnects[outcome.ordinal()]++;
    }

    void resume(ResumeOutcome outcome) {
        resumes[outcome.ordinal()]++;
    }

    void stalledByGc(long streamNanos) {
        gcStalledNanos += streamNanos;
    }

    void retryAdvised(long millis) {
        retryMillis = millis;
    }

    /** Streams that came in this way. */
    public long openedCount(OpenKind kind) {
        return opened[kind.ordinal()];
    }

    /** Streams that ended for this reason. */
    public long closedCount(CloseReason reason) {
        return closed[reason.ordinal()];
    }

    /** Subscriptions that lasted no longer; those with an unknown start are left out. */
    public long shortLivedCount(ShortLife life) {
        return shortLives[life.ordinal()];
    }

    /** Requests with this outcome. */
    public long requestCount(RequestOutcome outcome) {
        return requests[outcome.ordinal()];
    }

    /** Clients that lost a stream, by what followed. */
    public long reconnectCount(ReconnectOutcome outcome) {
        return reconnects[outcome.ordinal()];
    }

    /** Streams that were to go on behind an id that tells an order, by what they brought. */
    public long resumeCount(ResumeOutcome outcome) {
        return resumes[outcome.ordinal()];
    }

    /** Nanoseconds from request to committed headers. */
    public HistogramTotals establish() {
        return establish;
    }

    /** Nanoseconds from request to the first event. */
    public HistogramTotals firstEvent() {
        return firstEvent;
    }

    /** Streams that a client held when it had opened one more. */
    public HistogramTotals perClient() {
        return perClient;
    }

    /** Nanoseconds from open to close, for one reason. */
    public HistogramTotals duration(CloseReason reason) {
        return duration[reason.ordinal()];
    }

    /** Nanoseconds of silence before the end, by who ended it. */
    public HistogramTotals idleAtClose(boolean byServer) {
        return byServer ? idleClosedByServer : idleClosedByClient;
    }

    /** Nanoseconds from close to reopen; strong means that the client said so. */
    public HistogramTotals reconnect(ReconnectOutcome outcome, boolean strong) {
        return (strong ? reconnectStrong : reconnectWeak)[outcome.ordinal()];
    }

    /** What the streams counted. */
    public StreamTotals streams() {
        return streams;
    }

    /** Nanoseconds of each pause of a garbage collector times the streams that were open in it. */
    public long gcStalledNanos() {
        return gcStalledNanos;
    }

    /** The last retry: field in milliseconds, negative if there was none. */
    public long retryMillis() {
        return retryMillis;
    }
}
