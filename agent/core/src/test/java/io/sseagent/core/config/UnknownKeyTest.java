package io.sseagent.core.config;

import static io.sseagent.core.config.GivenConfig.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownKeyTest {
    @ParameterizedTest
    @CsvSource({
        "prot,port",
        "Port,port",
        "hots,host",
        "enable,enabled",
        "route.max,routes.max",
        "max.routes,routes.max",
        "routes_max,routes.max",
        "routes-max,routes.max",
        "exporter.port,port",
        "sse.agent.port,port",
        "SSE_AGENT_STALLED_AFTER,stalled.after",
        "loglevel,log.level",
        "configfile,config.file",
        "instrumentation.tomcat,instrumentation.tomcat.enabled",
        "instrumentation.tomcat.enable,instrumentation.tomcat.enabled",
        "intrumentation.jdk-httpserver.enabled,instrumentation.jdk-httpserver.enabled"
    })
    void the_key_that_was_probably_meant_is_named(String unknown, String meant) {
        AgentConfig config = given().arguments(unknown + "=1").load();

        assertThat(config.problems())
                .containsExactly("unknown key " + unknown + " (argument): ignored; did you mean " + meant + "?");
        assertThat(config.givenSettings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour",
                "x",
                "otel.service.name",
                "<name>",
                "instrumentation.",
                "instrumentation.<name>.enabled"
            })
    void nothing_is_suggested_when_nothing_is_near(String unknown) {
        assertThat(given().arguments(unknown + "=1").load().problems())
                .containsExactly("unknown key " + unknown + " (argument): ignored");
    }

    @Test
    void a_suggestion_is_spelled_as_its_source_spells_keys() {
        AgentConfig config = given().property("sse.agent.prot", "1")
                .property("sse.agent.", "1")
                .property("sse.agentport", "not ours")
                .environment("SSE_AGENT_ROUTES_MAXX", "1")
                .environment("SSE_AGENT_port", "1")
                .environment("SSE_AGENT_", "1")
                .environment("SSE_AGENTS", "not ours")
                .load();

        assertThat(config.problems())
                .containsExactly(
                        "unknown key sse.agent. (system property): ignored",
                        "unknown key sse.agent.prot (system property): ignored; did you mean sse.agent.port?",
                        "unknown key SSE_AGENT_ (environment): ignored",
                        "unknown key SSE_AGENT_ROUTES_MAXX (environment): ignored; did you mean SSE_AGENT_ROUTES_MAX?",
                        "unknown key SSE_AGENT_port (environment): ignored; did you mean SSE_AGENT_PORT?");
    }

    @Test
    void the_number_of_lines_is_bounded() {
        StringBuilder arguments = new StringBuilder("port=1");
        for (int i = 0; i < 4_000; i++) {
            arguments.append(",unknown").append(i).append("=1");
        }

        AgentConfig config = given().arguments(arguments.toString()).load();

        assertThat(config.problems()).hasSize(Problems.MAX_LINES + 1);
        assertThat(config.problems().get(Problems.MAX_LINES)).isEqualTo("and 3980 more problems with the settings");
        assertThat(config.exporter().port()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"port,port,0", "prot,port,1", "pot,port,1", "portt,port,1", "'',port,4", "host,port,2", "abcd,dcba,3"})
    void the_distance_counts_letters_and_swaps_of_neighbours(String left, String right, int distance) {
        assertThat(EditDistance.between(left, right)).isEqualTo(distance);
        assertThat(EditDistance.between(right, left)).isEqualTo(distance);
    }
}
