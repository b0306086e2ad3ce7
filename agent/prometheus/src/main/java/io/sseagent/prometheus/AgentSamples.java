package io.sseagent.prometheus;

import io.sseagent.core.catalogue.AgentMetrics;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.AgentState;
import io.sseagent.core.health.Bound;
import io.sseagent.core.health.TapStatus;
import java.util.Map;

/** The group "The agent itself" of the catalogue. */
final class AgentSamples {
    private static final double NANOS_PER_SECOND = 1e9;

    private AgentSamples() {}

    static void add(Samples samples, AgentHealth health, int streamsTracked) {
        for (AgentState state : AgentState.values()) {
            samples.add(AgentMetrics.UP, state == health.state() ? 1 : 0, state.label());
        }
        Map<String, Long> errors = health.errors();
        for (TapStatus tap : health.taps().taps()) {
            samples.add(AgentMetrics.TAP, 1, tap.tap(), tap.libraryVersion(), tap.status());
            for (String component : tap.components()) {
                errors.putIfAbsent(component, 0L);
            }
        }
        add(samples, AgentMetrics.ERRORS, errors, 1);
        Map<String, Long> overflows = health.overflows();
        for (Bound bound : Bound.values()) {
            overflows.putIfAbsent(bound.label(), 0L);
        }
        add(samples, AgentMetrics.OVERFLOW, overflows, 1);
        add(samples, AgentMetrics.OVERHEAD, health.overheadNanos(), NANOS_PER_SECOND);
        addAll(samples, AgentMetrics.TRIPS, health.trips(), "heap", "cpu", "scrape");
        addAll(samples, AgentMetrics.DENIED, health.denials(), "unauthenticated", "forbidden", "throttled");
        samples.add(AgentMetrics.SCRAPE, health.scrapeNanos() / NANOS_PER_SECOND);
        samples.add(AgentMetrics.TRACKED, streamsTracked);
        if (health.startNanos() > 0) {
            samples.add(AgentMetrics.START, health.startNanos() / NANOS_PER_SECOND);
        }
    }

    /** A closed set of label values, which starts at 0. */
    private static void addAll(Samples samples, MetricDefinition family, Map<String, Long> counts, String... labels) {
        for (String label : labels) {
            Long count = counts.get(label);
            samples.count(family, count == null ? 0 : count, label);
        }
    }

    private static void add(Samples samples, MetricDefinition family, Map<String, Long> counts, double perUnit) {
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            samples.add(family, count.getValue() / perUnit, count.getKey());
        }
    }
}
