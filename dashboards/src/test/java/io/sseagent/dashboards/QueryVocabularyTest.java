package io.sseagent.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.catalogue.MetricType;
import io.sseagent.dashboards.Dashboard.Target;
import io.sseagent.dashboards.PromQuery.Grouping;
import io.sseagent.dashboards.PromQuery.LabelMatch;
import io.sseagent.dashboards.PromQuery.Selector;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name in a query exists in the catalogue, and every query treats its metrics as what they are. */
class QueryVocabularyTest {
    private static final Vocabulary VOCABULARY = Vocabulary.ofCatalogueAnd(RenderedFiles.rules());
    private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{\\s*([^}\\s]+)\\s*}}");
    private static final Set<String> GROWTH = Set.of("rate", "increase", "last_over_time");

    @ParameterizedTest
    @MethodSource("expressions")
    void namesOnlyMetricsOfTheCatalogue(String expression) {
        assertThat(PromQuery.of(expression).selectors())
                .isNotEmpty()
                .allSatisfy(selector -> assertThat(VOCABULARY.find(selector.metric()))
                        .as(selector.metric())
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void matchesOnlyLabelsAndValuesThatTheMetricHas(String expression) {
        for (Selector selector : PromQuery.of(expression).selectors()) {
            for (LabelMatch match : selector.matchers()) {
                assertThat(VOCABULARY.hasLabel(selector.metric(), match.label()))
                        .as("%s has a label %s", selector.metric(), match.label())
                        .isTrue();
                if (!match.value().startsWith("$")) {
                    Vocabulary.valuesOf(selector.metric(), match.label())
                            .ifPresent(values ->
                                    assertThat(values).contains(match.value().split("\\|")));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void groupsOnlyByLabelsThatTheMetricsHave(String expression) {
        for (Grouping grouping : PromQuery.of(expression).groupings()) {
            for (String label : grouping.labels()) {
                assertThat(grouping.selectors())
                        .as("%s (%s)", grouping.keyword(), label)
                        .isNotEmpty()
                        .matches(selectors -> grouping.keyword().equals("ignoring")
                                ? selectors.stream().anyMatch(it -> VOCABULARY.hasLabel(it.metric(), label))
                                : selectors.stream().allMatch(it -> VOCABULARY.hasLabel(it.metric(), label)));
            }
        }
    }

    /** last_over_time says that the raw value of a counter is meant: what has failed since the start. */
    @ParameterizedTest
    @MethodSource("expressions")
    void readsCountersByTheirGrowthAndGaugesByTheirValue(String expression) {
        for (Selector selector : PromQuery.of(expression).selectors()) {
            MetricType type = VOCABULARY.find(selector.metric()).orElseThrow().type();
            boolean grows = type == MetricType.COUNTER || type == MetricType.HISTOGRAM;
            assertThat(GROWTH.contains(selector.function()))
                    .as(selector.metric())
                    .isEqualTo(grows);
        }
    }

    /** Prometheus 2.42 with native histograms switched on drops the classic buckets of a family that has both. */
    @ParameterizedTest
    @MethodSource("expressions")
    void asksHistogramsInTheirNativeAndInTheirClassicForm(String expression) {
        List<String> metrics = PromQuery.of(expression).selectors().stream()
                .map(Selector::metric)
                .filter(metric -> VOCABULARY.find(metric).orElseThrow().type() == MetricType.HISTOGRAM)
                .toList();
        for (String metric : metrics) {
            String family = metric.replaceAll("_bucket$", "");
            assertThat(metrics).contains(family, family + "_bucket");
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void narrowsDashboardQueriesByEveryVariableThatTheMetricKnows(Target target) {
        for (Selector selector : PromQuery.of(target.expression()).selectors()) {
            for (String variable : List.of("job", "instance", "http_route", "mode")) {
                assertThat(selector.matches(variable))
                        .as("%s narrowed by %s", selector.metric(), variable)
                        .isEqualTo(VOCABULARY.hasLabel(selector.metric(), variable));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void namesInLegendsOnlyLabelsThatTheResultHas(Target target) {
        Set<String> labels = PromQuery.of(target.expression()).groupings().stream()
                .flatMap(grouping -> grouping.labels().stream())
                .collect(Collectors.toSet());
        Matcher matcher = LEGEND_LABEL.matcher(target.legend());
        while (matcher.find()) {
            assertThat(labels).contains(matcher.group(1));
        }
    }

    /** Subscriptions and finite answers are healthy in opposite ways and never share an alert. */
    @ParameterizedTest
    @MethodSource("alerts")
    void alertsAboutOneModeOnly(Rule alert) {
        List<Selector> moded = PromQuery.of(alert.expression()).selectors().stream()
                .filter(selector -> VOCABULARY.hasLabel(selector.metric(), "mode"))
                .toList();
        assertThat(moded).allMatch(selector -> selector.matches("mode"));
        assertThat(moded.stream()
                        .flatMap(selector -> selector.matchers().stream())
                        .filter(match -> match.label().equals("mode"))
                        .map(LabelMatch::value)
                        .distinct())
                .hasSizeLessThanOrEqualTo(1);
    }

    static Stream<String> expressions() {
        return Stream.concat(
                targets().map(Target::expression),
                RenderedFiles.rules().stream().map(Rule::expression));
    }

    static Stream<Target> targets() {
        return RenderedFiles.dashboards().stream().flatMap(dashboard -> dashboard.targets().stream());
    }

    static Stream<Rule> alerts() {
        return RenderedFiles.rules().stream().filter(Rule::isAlert);
    }
}
