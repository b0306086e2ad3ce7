package io.sseagent.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sseagent.dashboards.PromQuery.LabelMatch;
import io.sseagent.dashboards.PromQuery.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromQueryTest {

    @Test
    void findsMetricsButNoFunctionsOperatorsNumbersOrLabels() {
        PromQuery query = PromQuery.of("histogram_quantile(0.99, sum by (le, a) (rate(x_bucket{b=\"c\"}[5m]))) > 1e3"
                + " and on (a) y offset 5m unless (z)");

        assertThat(query.selectors()).extracting(Selector::metric).containsExactly("x_bucket", "y", "z");
    }

    @Test
    void findsMatchersWithTheirOperatorsAndValues() {
        Selector selector = PromQuery.of("rate(x{a=\"1\", b=~\"p|q{}\", c!=\"\"}[5m])")
                .selectors()
                .get(0);

        assertThat(selector.matchers())
                .containsExactly(
                        new LabelMatch("a", "=", "1"),
                        new LabelMatch("b", "=~", "p|q{}"),
                        new LabelMatch("c", "!=", ""));
        assertThat(selector.function()).isEqualTo("rate");
    }

    @Test
    void limitsAnAggregationToItsOperandAndAMatchToNothing() {
        PromQuery query = PromQuery.of("sum by (a) (x) / ignoring (b) group_left () sum by (c) (y)");

        assertThat(query.groupings())
                .extracting(PromQuery.Grouping::keyword, PromQuery.Grouping::labels, grouping -> metrics(grouping))
                .containsExactly(
                        tuple("by", List.of("a"), List.of("x")),
                        tuple("ignoring", List.of("b"), List.of("x", "y")),
                        tuple("group_left", List.of(), List.of("x", "y")),
                        tuple("by", List.of("c"), List.of("y")));
    }

    @Test
    void refusesAGroupingBehindItsOperand() {
        assertThatThrownBy(() -> PromQuery.of("sum(x) by (a)")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> metrics(PromQuery.Grouping grouping) {
        return grouping.selectors().stream().map(Selector::metric).toList();
    }
}
