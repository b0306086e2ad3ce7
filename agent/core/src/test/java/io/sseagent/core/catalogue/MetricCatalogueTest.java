package io.sseagent.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricCatalogueTest {
    /** What would make a series per stream, client or event. */
    private static final Set<String> UNBOUNDED = Set.of(
            "stream", "client", "user", "address", "ip", "id", "event_id", "path", "url", "user_agent", "trace_id");

    @Test
    void namesAreUnique() {
        Set<String> names = new HashSet<>();
        for (MetricDefinition metric : MetricCatalogue.all()) {
            assertThat(names.add(metric.name())).as(metric.name()).isTrue();
        }
        assertThat(names).contains("sse_streams_active", "sse_events_total", "sse_write_seconds", "sse_agent_tap_info");
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesFollowTheConvention(MetricDefinition metric) {
        assertThat(metric.name()).matches("(sse|jvm|process)_[a-z][a-z_]*[a-z]");
        assertThat(metric.name().endsWith("_total")).isEqualTo(metric.type() == MetricType.COUNTER);
        assertThat(metric.name().endsWith("_info")).isEqualTo(metric.type() == MetricType.INFO);
        assertThat(metric.name())
                .doesNotEndWith("_bucket")
                .doesNotEndWith("_count")
                .doesNotEndWith("_sum");
        if (metric.type() == MetricType.HISTOGRAM) {
            assertThat(metric.name()).matches(".*_(seconds|bytes|per_client)");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void helpIsASentence(MetricDefinition metric) {
        assertThat(metric.help()).endsWith(".").doesNotContain("\n", "\"", "\\");
        if (metric.name().matches(".*_seconds(_total)?")) {
            assertThat(metric.help()).contains("second");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void labelsAreBoundedNames(MetricDefinition metric) {
        assertThat(metric.labels())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(UNBOUNDED)
                .allMatch(label -> label.matches("[a-z][a-z_]*"))
                .doesNotContain("le", "quantile");
    }

    @Test
    void theTableCannotBeChanged() {
        assertThat(MetricCatalogue.all()).isUnmodifiable();
        for (MetricDefinition metric : MetricCatalogue.all()) {
            assertThat(metric.labels()).isUnmodifiable();
        }
    }

    static Iterable<MetricDefinition> all() {
        return MetricCatalogue.all();
    }
}
