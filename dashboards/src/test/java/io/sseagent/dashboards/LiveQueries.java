package io.sseagent.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sseagent.dashboards.Dashboard.Target;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Asks a running Prometheus everything that the dashboards and the rules ask. */
final class LiveQueries {
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

    private LiveQueries() {}

    /** The panels of which at least one query has no number to show; a query that is refused throws. */
    static Set<String> panelsWithoutData(PrometheusServer server) {
        Set<String> panels = new TreeSet<>();
        for (Dashboard dashboard : RenderedFiles.dashboards()) {
            for (Target target : dashboard.targets()) {
                if (!hasNumber(server.query(substituted(target.expression())))) {
                    panels.add(target.panel());
                }
            }
        }
        return panels;
    }

    static List<Rule> recordingsWithoutData(PrometheusServer server) {
        return RenderedFiles.rules().stream()
                .filter(rule -> !rule.isAlert() && !hasNumber(server.query(rule.name())))
                .toList();
    }

    static void assertHistogramsAreStoredAs(PrometheusServer server, boolean nativeHistograms) {
        JsonNode stored = server.query("sse_event_gap_seconds");
        JsonNode classic = server.query("sse_event_gap_seconds_bucket");
        assertThat(nativeHistograms ? stored : classic).isNotEmpty();
        assertThat(nativeHistograms ? classic : stored).isEmpty();
    }

    static void assertVariablesOfferValues(PrometheusServer server) {
        for (Dashboard dashboard : RenderedFiles.dashboards()) {
            for (JsonNode variable : dashboard.variables()) {
                Matcher definition =
                        LABEL_VALUES.matcher(variable.path("definition").asText());
                if (definition.matches()) {
                    assertThat(server.labelValues(definition.group(2), substituted(definition.group(1))))
                            .as(variable.path("name").asText())
                            .isNotEmpty();
                }
            }
        }
    }

    static void assertRulesAreHealthy(PrometheusServer server) {
        assertThat(server.rules())
                .hasSameSizeAs(RenderedFiles.rules())
                .allMatch(rule -> rule.path("health").asText().equals("ok"), "healthy");
    }

    /** What Grafana does with "All" chosen everywhere. */
    private static String substituted(String expression) {
        return expression
                .replace("$__rate_interval", "30s")
                .replace("\"$job\"", "\".*\"")
                .replace("\"$instance\"", "\".*\"")
                .replace("\"$http_route\"", "\".*\"")
                .replace("\"$mode\"", "\".*\"");
    }

    private static boolean hasNumber(JsonNode samples) {
        return StreamSupport.stream(samples.spliterator(), false)
                .anyMatch(sample -> !sample.path("value").path(1).asText("NaN").equals("NaN"));
    }
}
