package io.sseagent.prometheus;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.stream.EndpointSnapshot;
import io.sseagent.core.stream.EndpointTotals;
import io.sseagent.core.stream.OpenKind;
import io.sseagent.core.stream.ReconnectOutcome;
import io.sseagent.core.stream.RequestOutcome;
import io.sseagent.core.stream.ResumeOutcome;
import io.sseagent.core.stream.ShortLife;
import io.sseagent.core.stream.StreamCounter;
import io.sseagent.core.stream.StreamHistogram;
import io.sseagent.core.stream.StreamTotals;

/**
 * The groups Streams and Events of the catalogue for one endpoint. Counters with closed label sets start at 0 as soon as their
 * route is known; histograms appear with their first value; what was never seen is absent.
 */
final class StreamSamples {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Samples samples;
    private final EndpointSnapshot endpoint;
    private final EndpointTotals totals;
    private final String route;
    private final String mode;

    private StreamSamples(Samples samples, EndpointSnapshot endpoint) {
        this.samples = samples;
        this.endpoint = endpoint;
        this.totals = endpoint.totals();
        this.route = endpoint.key().route();
        this.mode = endpoint.key().mode().label();
    }

    static void add(Samples samples, EndpointSnapshot endpoint) {
        StreamSamples of = new StreamSamples(samples, endpoint);
        of.open();
        of.opened();
        of.closed();
        of.reconnects();
        of.events();
        of.gaps();
        of.writes();
        of.pauses();
    }

    private void open() {
        samples.count(
                MetricCatalogue.STREAMS_ACTIVE,
                endpoint.active(),
                route,
                endpoint.key().server(),
                endpoint.key().httpVersion(),
                mode);
        if (endpoint.oldestAgeNanos() > 0) {
            samples.max(MetricCatalogue.OLDEST_AGE, endpoint.oldestAgeNanos() / NANOS_PER_SECOND, route, mode);
        }
        samples.count(MetricCatalogue.STREAMS_STALLED, endpoint.stalledData(), route, "data", mode);
        samples.count(MetricCatalogue.STREAMS_STALLED, endpoint.stalledBytes(), route, "byte", mode);
    }

    private void opened() {
        for (OpenKind kind : OpenKind.values()) {
            samples.count(MetricCatalogue.STREAMS_OPENED, totals.openedCount(kind), route, kind.label(), mode);
        }
        for (RequestOutcome outcome : RequestOutcome.values()) {
            samples.count(MetricCatalogue.STREAM_REQUESTS, totals.requestCount(outcome), route, outcome.label());
        }
        samples.add(MetricCatalogue.ESTABLISH, totals.establish(), route, mode);
        samples.add(
                MetricCatalogue.STREAMS_PER_CLIENT,
                totals.perClient(),
                route,
                endpoint.key().httpVersion());
        samples.add(MetricCatalogue.FIRST_EVENT, totals.firstEvent(), route, mode);
    }

    private void closed() {
        for (CloseReason reason : CloseReason.values()) {
            samples.count(MetricCatalogue.STREAMS_CLOSED, totals.closedCount(reason), route, reason.label(), mode);
            samples.add(MetricCatalogue.DURATION, totals.duration(reason), route, reason.label(), mode);
        }
        for (ShortLife life : ShortLife.values()) {
            samples.count(MetricCatalogue.STREAMS_SHORT, totals.shortLivedCount(life), route, life.label());
        }
        samples.add(MetricCatalogue.IDLE_AT_CLOSE, totals.idleAtClose(false), route, "client");
        samples.add(MetricCatalogue.IDLE_AT_CLOSE, totals.idleAtClose(true), route, "server");
    }

    private void reconnects() {
        for (ReconnectOutcome outcome : ReconnectOutcome.values()) {
            String label = outcome.label();
            samples.count(MetricCatalogue.RECONNECTS, totals.reconnectCount(outcome), route, label);
            samples.add(MetricCatalogue.RECONNECT, totals.reconnect(outcome, true), route, label, "strong");
            samples.add(MetricCatalogue.RECONNECT, totals.reconnect(outcome, false), route, label, "weak");
        }
        for (ResumeOutcome outcome : ResumeOutcome.values()) {
            samples.count(MetricCatalogue.RESUMES, totals.resumeCount(outcome), route, outcome.label());
        }
        if (totals.retryMillis() >= 0) {
            // Which of a route's endpoints spoke last is not known: the longest advice is the one to plan for.
            samples.max(MetricCatalogue.RETRY_ADVISED, totals.retryMillis() / MILLIS_PER_SECOND, route);
        }
    }

    private void events() {
        StreamTotals streams = totals.streams();
        String[] types = endpoint.eventTypes();
        for (int type = 0; type < types.length; type++) {
            // index 0 is the default type "message", which every route can be expected to send
            if (types[type] != null && (type == 0 || streams.events(type) > 0)) {
                samples.count(MetricCatalogue.EVENTS, streams.events(type), route, types[type], mode);
            }
        }
        samples.add(MetricCatalogue.EVENT_SIZE, streams.get(StreamHistogram.EVENT_SIZE), route);
        samples.count(MetricCatalogue.COMMENTS, streams.get(StreamCounter.COMMENTS), route);
        samples.count(MetricCatalogue.SENT_BYTES, streams.get(StreamCounter.BYTES), route);
        samples.count(
                MetricCatalogue.BLOCKS_UNDISPATCHED, streams.get(StreamCounter.BLOCKS_WITHOUT_DATA), route, "no_data");
        samples.count(
                MetricCatalogue.BLOCKS_UNDISPATCHED, streams.get(StreamCounter.BLOCKS_TRUNCATED), route, "truncated");
        // Endpoints of one route may have peaked in different seconds: the sum never understates.
        samples.count(MetricCatalogue.EVENTS_PEAK, endpoint.peakPerSecond(), route);
    }

    private void gaps() {
        StreamTotals streams = totals.streams();
        samples.add(MetricCatalogue.EVENT_GAP, streams.get(StreamHistogram.DATA_GAP), route, "data", mode);
        samples.add(MetricCatalogue.EVENT_GAP, streams.get(StreamHistogram.BYTE_GAP), route, "byte", mode);
    }

    private void writes() {
        StreamTotals streams = totals.streams();
        samples.add(MetricCatalogue.WRITE, streams.get(StreamHistogram.WRITE_OK), route, "ok");
        samples.add(MetricCatalogue.WRITE, streams.get(StreamHistogram.WRITE_FAILED), route, "failed");
        samples.count(MetricCatalogue.SENDS_AFTER_CLOSE, streams.get(StreamCounter.SENDS_AFTER_CLOSE), route);
    }

    private void pauses() {
        samples.add(MetricCatalogue.GC_STALLED, totals.gcStalledNanos() / NANOS_PER_SECOND, route);
        samples.count(MetricCatalogue.GC_DELAYED, totals.streams().get(StreamCounter.DELAYED_BY_GC), route);
    }
}
