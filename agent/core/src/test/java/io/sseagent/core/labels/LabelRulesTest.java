package io.sseagent.core.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.catalogue.AgentMetrics;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelRulesTest {
    private final AgentHealth health = new AgentHealth();

    private LabelRule[] rules(String settings) {
        AgentConfig config = AgentConfig.load(settings, new Properties(), Map.of());
        assertThat(config.problems()).isEmpty();
        return new LabelRules(config.exporter().labels(), health).of(MetricCatalogue.EVENTS);
    }

    @Test
    void withoutRulesThereIsNothingToAsk() {
        assertThat(rules("")).isNull();
        assertThat(rules("labels.deny=reason:unknown")).isNull();
    }

    @Test
    void whatTheAgentTellsOfItselfIsNotGoverned() {
        AgentConfig config = AgentConfig.load("labels.max=http_route:0", new Properties(), Map.of());
        LabelRules rules = new LabelRules(config.exporter().labels(), health);

        assertThat(rules.of(AgentMetrics.OVERFLOW)).isNull();
        assertThat(rules.of(MetricCatalogue.SENT_BYTES)).isNotNull();
    }

    @Test
    void deniedValuesAreFoldedAndCountedOnce() {
        LabelRule route = rules("labels.deny=http_route:/internal/*;event:debug")[0];
        for (int reading = 0; reading < 3; reading++) {
            assertThat(route.shown("/internal/health")).isEqualTo("_other_");
            assertThat(route.shown("/shop")).isEqualTo("/shop");
        }

        assertThat(health.overflows()).isEqualTo(Map.of("http_route", 1L));
    }

    @Test
    void ofALabelThatIsNamedOnlyAllowedValuesAreShown() {
        LabelRule[] rules = rules("labels.allow=event:price;event:trade*,labels.deny=event:trade-test");

        assertThat(rules[0]).isNull();
        assertThat(rules[1].shown("price")).isEqualTo("price");
        assertThat(rules[1].shown("trade-buy")).isEqualTo("trade-buy");
        assertThat(rules[1].shown("trade-test")).isEqualTo("_other_");
        assertThat(rules[1].shown("message")).isEqualTo("_other_");
    }

    @Test
    void theFirstValuesKeepTheirPlaces() {
        LabelRule event = rules("labels.max=event:2")[1];
        for (int reading = 0; reading < 2; reading++) {
            assertThat(event.shown("a")).isEqualTo("a");
            assertThat(event.shown("b")).isEqualTo("b");
            assertThat(event.shown("c")).isEqualTo("_other_");
        }
    }

    @Test
    void aMillionValuesTakeNoMoreMemoryThanTenThousand() {
        LabelRule event = rules("labels.deny=event:nothing")[1];
        for (int i = 0; i < 1_000_000; i++) {
            event.shown("type" + i);
        }

        assertThat(event.shown("type9999")).isEqualTo("type9999");
        assertThat(event.shown("type10000")).isEqualTo("_other_");
        assertThat(health.overflows().get("event")).isGreaterThanOrEqualTo(990_000);
    }

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "/a/*, /a/, true",
        "/a/*, /b/, false",
        "*/events, /a/b/events, true",
        "*/events, /a/events/b, false",
        "a*b*c, a--b--c, true",
        "a*b*c, a--c--b, false",
        "a**, a, true",
        "price, prices, false",
        "price, pric, false"
    })
    void aStarStandsForAnything(String pattern, String value, boolean matches) {
        assertThat(new LabelPattern("event", pattern).matches(value)).isEqualTo(matches);
    }

    @Test
    void aHostilePatternTakesNoTime() {
        String value = "a".repeat(5_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(60),
                () -> assertThat(new LabelPattern("event", "*a".repeat(500) + "b").matches(value))
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "labels.deny=http_rout:/internal/*",
                "labels.deny=/internal/*",
                "labels.allow=event:",
                "labels.allow=event:a;",
                "labels.max=event:many",
                "labels.max=event:-1",
                "labels.max=state:1",
                "labels.max=event:1234567"
            })
    void whatIsNoRuleIsSaidAndIgnored(String setting) {
        AgentConfig config = AgentConfig.load(setting, new Properties(), Map.of());

        assertThat(config.problems()).hasSize(1);
        assertThat(config.problems().get(0)).contains("not accepted, expected pairs such as", "it is ignored");
        assertThat(new LabelRules(config.exporter().labels(), health).of(MetricCatalogue.EVENTS))
                .isNull();
    }
}
