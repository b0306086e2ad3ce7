package io.sseagent.core.catalogue;

import static io.sseagent.core.catalogue.MetricType.COUNTER;
import static io.sseagent.core.catalogue.MetricType.GAUGE;
import static io.sseagent.core.catalogue.MetricType.HISTOGRAM;
import static io.sseagent.core.catalogue.MetricType.SUMMARY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every metric family that this version can expose: the one table that exporters, the reference page and the tests of the
 * dashboards read.
 */
public final class MetricCatalogue {
    private static final List<MetricDefinition> OWN = new ArrayList<>();
    private static final String ROUTE = "http_route";

    public static final MetricDefinition STREAMS_ACTIVE =
            add("sse_streams_active", GAUGE, "Event streams open now.", ROUTE, "server", "http_version", "mode");
    public static final MetricDefinition STREAMS_OPENED = add(
            "sse_streams_opened_total",
            COUNTER,
            "Responses committed as an event stream; kind=resumed came with a Last-Event-ID, kind=attached was open before the agent.",
            ROUTE,
            "kind",
            "mode");
    public static final MetricDefinition STREAMS_CLOSED =
            add("sse_streams_closed_total", COUNTER, "Event streams that ended, by evidence.", ROUTE, "reason", "mode");
    public static final MetricDefinition STREAM_REQUESTS = add(
            "sse_stream_requests_total",
            COUNTER,
            "Requests that asked for an event stream or got one, by what they got.",
            ROUTE,
            "outcome");
    public static final MetricDefinition ESTABLISH = add(
            "sse_stream_establish_seconds",
            HISTOGRAM,
            "Request start to committed response headers, in seconds.",
            ROUTE,
            "mode");
    public static final MetricDefinition FIRST_EVENT = add(
            "sse_first_event_seconds",
            HISTOGRAM,
            "Request start to the first dispatched event written, in seconds.",
            ROUTE,
            "mode");
    public static final MetricDefinition DURATION =
            add("sse_stream_duration_seconds", HISTOGRAM, "Life of a stream, in seconds.", ROUTE, "reason", "mode");
    public static final MetricDefinition STREAMS_SHORT = add(
            "sse_streams_short_total",
            COUNTER,
            "Subscriptions that ended within=1s or 5s of their opening; the second includes the first.",
            ROUTE,
            "within");
    public static final MetricDefinition STREAMS_PER_CLIENT = add(
            "sse_streams_per_client",
            HISTOGRAM,
            "Streams that a client holds when it has opened one more; a browser has no connection left after six over HTTP/1.1.",
            ROUTE,
            "http_version");
    public static final MetricDefinition OLDEST_AGE =
            add("sse_stream_oldest_age_seconds", GAUGE, "Age of the oldest open stream, in seconds.", ROUTE, "mode");
    public static final MetricDefinition IDLE_AT_CLOSE = add(
            "sse_idle_at_close_seconds",
            HISTOGRAM,
            "Silence before the end of a stream, in seconds; a spike at 30, 60, 100 or 300 names a proxy's time-out.",
            ROUTE,
            "closed_by");
    public static final MetricDefinition RECONNECTS =
            add("sse_reconnects_total", COUNTER, "Clients that lost a stream, by what followed.", ROUTE, "outcome");
    public static final MetricDefinition RECONNECT = add(
            "sse_reconnect_seconds",
            HISTOGRAM,
            "End of the old stream to start of the new one, in seconds.",
            ROUTE,
            "outcome",
            "match");
    public static final MetricDefinition RESUMES = add(
            "sse_resumes_total",
            COUNTER,
            "Streams that were to go on behind a Last-Event-ID that tells an order, by what their first events brought.",
            ROUTE,
            "outcome");
    public static final MetricDefinition RETRY_ADVISED = add(
            "sse_retry_advised_seconds", GAUGE, "The last retry: field that the application sent, in seconds.", ROUTE);

    public static final MetricDefinition EVENTS =
            add("sse_events_total", COUNTER, "Events dispatched, as a browser would.", ROUTE, "event", "mode");
    public static final MetricDefinition COMMENTS =
            add("sse_comments_total", COUNTER, "Comment lines, which serve as heartbeats.", ROUTE);
    public static final MetricDefinition SENT_BYTES =
            add("sse_sent_bytes_total", COUNTER, "Bytes of event streams before compression and chunking.", ROUTE);
    public static final MetricDefinition BLOCKS_UNDISPATCHED =
            add("sse_blocks_undispatched_total", COUNTER, "Blocks that dispatched no event.", ROUTE, "reason");
    public static final MetricDefinition EVENT_SIZE =
            add("sse_event_size_bytes", HISTOGRAM, "Bytes of a dispatched event's block on the wire.", ROUTE);
    public static final MetricDefinition EVENT_GAP = add(
            "sse_event_gap_seconds",
            HISTOGRAM,
            "Time between neighbours in one stream, in seconds: kind=data events, kind=byte writes of any kind.",
            ROUTE,
            "kind",
            "mode");
    public static final MetricDefinition STREAMS_STALLED = add(
            "sse_streams_stalled",
            GAUGE,
            "Open streams silent beyond the threshold: kind=data without events, kind=byte without any byte.",
            ROUTE,
            "kind",
            "mode");
    public static final MetricDefinition EVENTS_PEAK =
            add("sse_events_peak_per_second", GAUGE, "Events in the highest second of the last minute.", ROUTE);
    public static final MetricDefinition WRITE = add(
            "sse_write_seconds",
            HISTOGRAM,
            "Time inside a write and its flush, in seconds; above 20,000 events per second a sample of those below 50 ms.",
            ROUTE,
            "outcome");
    public static final MetricDefinition SENDS_AFTER_CLOSE =
            add("sse_sends_after_close_total", COUNTER, "Writes to a stream that had failed or ended before.", ROUTE);

    public static final MetricDefinition AUDIENCE_STREAMS = add(
            "sse_audience_streams_total",
            COUNTER,
            "Streams that ended, by what their client seemed to be.",
            ROUTE,
            "health");
    public static final MetricDefinition AUDIENCE_ENTROPY = add(
            "sse_audience_agent_entropy",
            GAUGE,
            "Shannon entropy in bits of the families of clients that opened streams within the window.",
            ROUTE);
    public static final MetricDefinition AUDIENCE_SKEWNESS = add(
            "sse_audience_duration_skewness",
            GAUGE,
            "Skewness of the lives of streams that ended within the window.",
            ROUTE);
    public static final MetricDefinition AUDIENCE_CONSISTENCY = add(
            "sse_audience_consistency",
            GAUGE,
            "1 if all streams that ended within the window lived as long, near 0 if they scatter.",
            ROUTE);
    public static final MetricDefinition AUDIENCE_SOURCES = add(
            "sse_audience_sources", GAUGE, "Different addresses that opened streams within the window, about.", ROUTE);
    public static final MetricDefinition AUDIENCE_TOP_SOURCE = add(
            "sse_audience_top_source_share",
            GAUGE,
            "Share of the address that opened the most streams within the window, at least.",
            ROUTE);
    public static final MetricDefinition FLUSH_DELAY = add(
            "sse_flush_delay_seconds",
            HISTOGRAM,
            "Time that bytes of a stream lay in a buffer of its server until somebody flushed it, in seconds, to the second; shorter times are not seen.",
            ROUTE);
    public static final MetricDefinition STREAMS_UNFLUSHED = add(
            "sse_unflushed_streams",
            GAUGE,
            "Open streams with bytes that the application wrote a second ago or earlier and that lie in a buffer of the server.",
            ROUTE);
    public static final MetricDefinition BACKLOG = add(
            "sse_backlog_bytes",
            GAUGE,
            "Bytes on their way to clients in the last sample: layer=server not yet taken by the kernel, layer=kernel not yet acknowledged by the peer.",
            ROUTE,
            "layer");
    public static final MetricDefinition STREAMS_BACKLOGGED = add(
            "sse_streams_backlogged",
            GAUGE,
            "Open streams with more unacknowledged bytes in the kernel than the threshold: clients that do not keep up.",
            ROUTE);
    public static final MetricDefinition STREAMS_HALF_CLOSED = add(
            "sse_streams_half_closed",
            GAUGE,
            "Open streams whose peer has closed or reset its side: clients that left unnoticed.",
            ROUTE);
    public static final MetricDefinition STREAMS_RETRANSMITTING = add(
            "sse_streams_retransmitting",
            GAUGE,
            "Open streams whose peer has not answered at least one retransmission: clients that vanished.",
            ROUTE);
    public static final MetricDefinition EVENTS_AFTER_FIN = add(
            "sse_events_after_fin_total",
            COUNTER,
            "Events written after a sample had seen that the peer closed its side: a lower bound of lost ones.",
            ROUTE);
    public static final MetricDefinition TCP_RETRANSMITTED = add(
            "sse_tcp_retransmitted_segments_total",
            COUNTER,
            "Segments that the network namespace has sent again since it began, whatever process they belong to.");

    public static final MetricDefinition BACKLOG_EVENTS =
            add("sse_backlog_events", GAUGE, "What open streams are behind the newest integer id, summed.", ROUTE);

    public static final MetricDefinition DELIVERY = add(
            "sse_delivery_seconds",
            HISTOGRAM,
            "Time that an event took, by the times in its data or id, in seconds.",
            ROUTE,
            "leg",
            "scene",
            "channel",
            "decision_type");
    public static final MetricDefinition DELIVERY_WINDOW = add(
            "sse_delivery_window_seconds",
            SUMMARY,
            "The same over all routes, exact to three digits, of the last delivery.window, in seconds.",
            "leg");
    public static final MetricDefinition FAILURES = add(
            "sse_failures_total",
            COUNTER,
            "What failed: requests that were refused, streams that ended badly, and events that told of a failure.",
            ROUTE,
            "stage",
            "cause",
            "biz_code");
    public static final MetricDefinition TIMESTAMP_REJECTS = add(
            "sse_timestamp_rejects_total",
            COUNTER,
            "Times that were looked for in an event and not taken: reason=missing, unparsable, future or stale.",
            ROUTE,
            "reason");

    public static final MetricDefinition GC_PAUSE = add(
            "sse_gc_pause_seconds",
            HISTOGRAM,
            "Stop-the-world pauses of the JVM while streams were open, in seconds; pauses, not cycles, in steps of a millisecond.",
            "gc",
            "cause");
    public static final MetricDefinition GC_STALLED = add(
            "sse_gc_stalled_stream_seconds_total",
            COUNTER,
            "Each such pause times the streams open in it, in seconds.",
            ROUTE);
    public static final MetricDefinition GC_DELAYED = add(
            "sse_gc_delayed_events_total",
            COUNTER,
            "Events with such a pause between them and the event before in their stream.",
            ROUTE);

    public static final MetricDefinition STREAM_THREADS = add(
            "sse_stream_threads",
            GAUGE,
            "Threads that work for open streams now: model=platform or virtual; by a look once a second.",
            "model");
    public static final MetricDefinition ALLOCATED_BYTES = add(
            "sse_allocated_bytes_total",
            COUNTER,
            "Bytes allocated by platform threads while streams hold them, as far as a look once a second can tell.",
            ROUTE);
    public static final MetricDefinition ORPHANS = add(
            "sse_orphans",
            GAUGE,
            "Threads, scheduled tasks and executors that were started for a stream and live on after its end, by where in the code.",
            "kind",
            "site");

    private MetricCatalogue() {}

    private static MetricDefinition add(String name, MetricType type, String help, String... labels) {
        MetricDefinition definition = new MetricDefinition(name, type, help, labels);
        OWN.add(definition);
        return definition;
    }

    /** All families in the order of the reference page; unmodifiable. */
    public static List<MetricDefinition> all() {
        return Whole.ALL;
    }

    /** Made when the rows are there. */
    private static final class Whole {
        private static final List<MetricDefinition> ALL = whole();

        private static List<MetricDefinition> whole() {
            List<MetricDefinition> all = new ArrayList<>(OWN);
            all.addAll(AgentMetrics.ALL);
            all.addAll(JvmMetrics.ALL);
            return Collections.unmodifiableList(all);
        }
    }
}
