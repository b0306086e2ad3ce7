package io.sseagent.core.catalogue;

import static io.sseagent.core.catalogue.MetricType.COUNTER;
import static io.sseagent.core.catalogue.MetricType.GAUGE;
import static io.sseagent.core.catalogue.MetricType.INFO;

import java.util.ArrayList;
import java.util.List;

/** The part of the catalogue about the agent itself, which stays when it is disabled. */
public final class AgentMetrics {
    static final List<MetricDefinition> ALL = new ArrayList<>();

    public static final MetricDefinition BUILD = add(
            "sse_agent_build_info", INFO, "Version of the agent and of the JVM under it.", "version", "java_version");
    public static final MetricDefinition UP =
            add("sse_agent_up", GAUGE, "1 for the state that the agent is in.", "state");
    public static final MetricDefinition TAP = add(
            "sse_agent_tap_info",
            INFO,
            "Instrumented libraries that were met, and whether their hooks fit.",
            "tap",
            "library_version",
            "status");
    public static final MetricDefinition ERRORS =
            add("sse_agent_errors_total", COUNTER, "Failures inside the agent; the application saw none.", "component");
    public static final MetricDefinition OVERFLOW = add(
            "sse_agent_label_overflow_total",
            COUNTER,
            "What a bound had no room for: label=http_route and event were folded into _other_, label=stream was not observed, label=reconnect_client was forgotten, label=stream_memory was counted in cells of the route, label=started_work was not observed, label=site was folded into _other_, label=delivery_value and delivery_series were folded into _other_, label=delivery_buffer was not read; and values of labels that a rule of labels.* folded, label=socket was not looked at in one sample.",
            "label");
    public static final MetricDefinition OVERHEAD =
            add("sse_agent_overhead_seconds_total", COUNTER, "Time spent in the agent, in seconds.", "stage");
    public static final MetricDefinition TRIPS = add(
            "sse_agent_breaker_trips_total",
            COUNTER,
            "Times the agent disabled itself, by what was too high: cause=heap, cpu or scrape.",
            "cause");
    public static final MetricDefinition DENIED = add(
            "sse_agent_requests_denied_total",
            COUNTER,
            "Requests to the agent's endpoint that were not allowed: cause=unauthenticated, forbidden or throttled.",
            "cause");
    public static final MetricDefinition SCRAPE =
            add("sse_agent_scrape_duration_seconds", GAUGE, "Time the last read of the model took, in seconds.");
    public static final MetricDefinition TRACKED =
            add("sse_agent_streams_tracked", GAUGE, "Streams in the agent's memory.");
    public static final MetricDefinition START =
            add("sse_agent_start_duration_seconds", GAUGE, "Time from premain to armed taps, in seconds.");

    private AgentMetrics() {}

    private static MetricDefinition add(String name, MetricType type, String help, String... labels) {
        MetricDefinition definition = new MetricDefinition(name, type, help, labels);
        ALL.add(definition);
        return definition;
    }
}
