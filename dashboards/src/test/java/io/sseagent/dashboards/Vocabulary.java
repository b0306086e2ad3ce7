package io.sseagent.dashboards;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.catalogue.MetricType;
import io.sseagent.core.health.AgentState;
import io.sseagent.core.stream.Mode;
import io.sseagent.core.stream.OpenKind;
import io.sseagent.core.stream.ReconnectOutcome;
import io.sseagent.core.stream.RequestOutcome;
import io.sseagent.core.stream.ResumeOutcome;
import io.sseagent.core.stream.ShortLife;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a query may name: the families of the catalogue, the recorded series, and what Prometheus adds itself. */
final class Vocabulary {

    /** A series name with its labels; recorded series and those of Prometheus count as gauges. */
    record Series(MetricType type, Set<String> labels) {}

    private static final Set<String> TARGET_LABELS = Set.of("job", "instance");

    private final Map<String, Series> series = new HashMap<>();

    private Vocabulary() {}

    static Vocabulary ofCatalogueAnd(List<Rule> rules) {
        Vocabulary vocabulary = new Vocabulary();
        MetricCatalogue.all().forEach(vocabulary::add);
        rules.stream().filter(rule -> !rule.isAlert()).forEach(vocabulary::add);
        vocabulary.add("up", MetricType.GAUGE, List.of());
        vocabulary.add("ALERTS", MetricType.GAUGE, List.of("alertname", "alertstate", "severity"));
        return vocabulary;
    }

    Optional<Series> find(String metric) {
        return Optional.ofNullable(series.get(metric));
    }

    boolean hasLabel(String metric, String label) {
        return find(metric).map(found -> found.labels().contains(label)).orElse(false);
    }

    /** The values that a label of a metric can take, where the set is closed. */
    static Optional<Set<String>> valuesOf(String metric, String label) {
        return Optional.ofNullable(
                switch (label) {
                    case "mode" -> labels(Mode.values(), Mode::label);
                    case "state" -> labels(AgentState.values(), AgentState::label);
                    case "status" ->
                        Set.of("matched", "degraded", "unmatched", "unsupported_loader", "failed", "disabled");
                    case "closed_by" -> Set.of("client", "server");
                    case "reason" ->
                        metric.startsWith("sse_blocks")
                                ? Set.of("no_data", "truncated")
                                : labels(CloseReason.values(), CloseReason::label);
                    case "kind" ->
                        metric.startsWith("sse_streams_opened")
                                ? labels(OpenKind.values(), OpenKind::label)
                                : Set.of("data", "byte");
                    case "outcome" -> outcomesOf(metric);
                    case "within" -> labels(ShortLife.values(), ShortLife::label);
                    default -> null;
                });
    }

    private static Set<String> outcomesOf(String metric) {
        if (metric.startsWith("sse_stream_requests")) {
            return labels(RequestOutcome.values(), RequestOutcome::label);
        }
        if (metric.startsWith("sse_resumes")) {
            return labels(ResumeOutcome.values(), ResumeOutcome::label);
        }
        return metric.startsWith("sse_reconnect")
                ? labels(ReconnectOutcome.values(), ReconnectOutcome::label)
                : Set.of("ok", "failed");
    }

    private static <E> Set<String> labels(E[] values, Function<E, String> label) {
        return Arrays.stream(values).map(label).collect(Collectors.toSet());
    }

    private void add(MetricDefinition metric) {
        add(metric.name(), metric.type(), metric.labels());
        if (metric.type() == MetricType.HISTOGRAM) {
            add(metric.name() + "_bucket", MetricType.HISTOGRAM, metric.labels());
            series.get(metric.name() + "_bucket").labels().add("le");
            add(metric.name() + "_sum", MetricType.COUNTER, metric.labels());
            add(metric.name() + "_count", MetricType.COUNTER, metric.labels());
        }
    }

    /** A recorded series has the labels of its outermost aggregation, which comes first in its expression. */
    private void add(Rule recording) {
        add(
                recording.name(),
                MetricType.GAUGE,
                PromQuery.of(recording.expression()).groupings().get(0).labels());
    }

    private void add(String name, MetricType type, List<String> labels) {
        Set<String> all = new HashSet<>(TARGET_LABELS);
        all.addAll(labels);
        series.put(name, new Series(type, all));
    }
}
