package io.sseagent.core.config;

import static io.sseagent.core.config.GivenConfig.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongValueTest {
    private static final String PORT_TAIL =
            "not accepted, expected a whole number from 0 to 65535;" + " the metrics endpoint is switched off";

    @Test
    void the_message_names_key_value_origin_what_is_accepted_and_what_happens() {
        AgentConfig config = given().environment("SSE_AGENT_ROUTES_MAX", "many").load();

        assertThat(config.problems())
                .containsExactly("routes.max=many (environment SSE_AGENT_ROUTES_MAX): not accepted,"
                        + " expected a whole number from 1 to 10000; the default 200 is used");
        assertThat(config.model().maxRoutes()).isEqualTo(200);
        assertThat(config.givenSettings()).isEmpty();
    }

    @Test
    void a_wrong_port_switches_the_endpoint_off_rather_than_opening_another_one() {
        AgentConfig config =
                given().arguments("exporter.enabled=true,port=70000").load();

        assertThat(config.problems()).containsExactly("port=70000 (argument): " + PORT_TAIL);
        assertThat(config.exporter().enabled()).isFalse();
        assertThat(config.enabled()).isTrue();
        assertThat(config.givenSettings())
                .extracting(Setting::toString)
                .containsExactly("exporter.enabled=false (argument (wrong value of port))");
    }

    @Test
    void a_wrong_host_never_widens_to_all_interfaces() {
        AgentConfig config = given().property("sse.agent.host", "127.0.0.256").load();

        assertThat(config.exporter().enabled()).isFalse();
        assertThat(config.problems())
                .containsExactly("host=127.0.0.256 (system property sse.agent.host): not accepted,"
                        + " expected a host name or an IP address, without port;"
                        + " the metrics endpoint is switched off");
    }

    @Test
    void a_wrong_switch_means_off() {
        AgentConfig config = given().arguments(
                        "enabled=flase,exporter.enabled=disabled,instrumentation.tomcat.enabled=nope")
                .load();

        assertThat(config.enabled()).isFalse();
        assertThat(config.exporter().enabled()).isFalse();
        assertThat(config.instrumentation().isEnabled("tomcat")).isFalse();
        assertThat(config.instrumentation().isEnabled("jdk-httpserver")).isTrue();
        assertThat(config.problems())
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(line).contains("expected true or false").endsWith("is switched off"));
    }

    @Test
    void a_wrong_value_is_not_replaced_by_one_from_a_weaker_source() {
        AgentConfig config = given().arguments("routes.max=0")
                .environment("SSE_AGENT_ROUTES_MAX", "50")
                .load();

        assertThat(config.model().maxRoutes()).isEqualTo(200);
        assertThat(config.problems()).hasSize(1);
    }

    @Test
    void a_wrong_value_that_is_outranked_is_nobodys_problem() {
        AgentConfig config = given().arguments("routes.max=7")
                .environment("SSE_AGENT_ROUTES_MAX", "many")
                .load();

        assertThat(config.model().maxRoutes()).isEqualTo(7);
        assertThat(config.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "65536", "80.5", "0x50", "+80", "1_000", "99999999999999999999", "٩٤٦٤", "tcp", "\"80\""})
    void numbers_are_plain_digits_within_the_range(String value) {
        assertThat(given().arguments("port=" + value).load().problems())
                .containsExactly("port=" + value + " (argument): " + PORT_TAIL);
    }

    @ParameterizedTest
    @CsvSource({"100ms,100", "30s,30000", "5m,300000", "1h,3600000", "24h,86400000", "1 S,1000", "0090s,90000"})
    void durations_carry_their_unit(String value, long millis) {
        AgentConfig config = given().arguments("stalled.after=" + value).load();

        assertThat(config.problems()).isEmpty();
        assertThat(config.model().stalledAfterNanos()).isEqualTo(millis * 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60",
                "0s",
                "99ms",
                "25h",
                "-5s",
                "1d",
                "1.5h",
                "s",
                "PT30S",
                "999999999h",
                "9999999999ms",
                "1m30s"
            })
    void a_duration_without_unit_or_out_of_range_is_not_accepted(String value) {
        AgentConfig config = given().arguments("reconnect.window=" + value).load();

        assertThat(config.model().reconnectWindowNanos()).isEqualTo(60_000_000_000L);
        assertThat(config.problems())
                .containsExactly("reconnect.window=" + value + " (argument): not accepted, expected a duration from"
                        + " 100ms to 24h with its unit: ms, s, m or h; the default 60s is used");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,localhost",
        "10.1.2.3,10.1.2.3",
        "my-host_1.example.,my-host_1.example.",
        "::,::",
        "[::1],::1",
        "fe80::1%eth0,fe80::1%eth0",
        "::ffff:10.0.0.1,::ffff:10.0.0.1"
    })
    void hosts_are_names_or_addresses(String value, String host) {
        AgentConfig config = given().arguments("host=" + value).load();

        assertThat(config.problems()).isEmpty();
        assertThat(config.exporter().host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "localhost:80",
                "127.0.0.1:80",
                "cafe:80",
                "http://localhost",
                "1.2.3",
                "1.2.3.4.5",
                "1..2.3",
                "999999999999",
                "a b",
                "-a",
                "a..b",
                "[]",
                "[localhost]",
                "::1%",
                "a/b",
                "münchen"
            })
    void anything_else_is_no_host(String value) {
        AgentConfig config = given().arguments("host=" + value).load();

        assertThat(config.exporter().enabled()).isFalse();
        assertThat(config.problems()).hasSize(1);
        assertThat(config.problems().get(0)).startsWith("host=" + value + " (argument): not accepted, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "/a b", "/a?b", "/a#b", "/ä", "http://x/metrics"})
    void a_wrong_path_falls_back_to_the_default(String value) {
        AgentConfig config = given().arguments("path=" + value).load();

        assertThat(config.exporter().path()).isEqualTo("/metrics");
        assertThat(config.exporter().enabled()).isTrue();
        assertThat(config.problems()).hasSize(1);
    }

    @Test
    void a_wrong_level_falls_back_to_info() {
        assertThat(given().arguments("log.level=loud").load().problems())
                .containsExactly("log.level=loud (argument): not accepted, expected off, error, warn, info or debug;"
                        + " the default info is used");
    }

    @Test
    void a_value_cannot_forge_a_second_line_or_flood_the_first() {
        StringBuilder value = new StringBuilder("x\r\n[sse-agent] INFO forged\u001b[2J\u2028");
        for (int i = 0; i < 100_000; i++) {
            value.append('y');
        }

        AgentConfig config =
                given().environment("SSE_AGENT_PORT", value.toString()).load();

        assertThat(config.problems()).hasSize(1);
        assertThat(config.problems().get(0))
                .startsWith("port=x\\u000d\\n[sse-agent] INFO forged\\u001b[2J\\u2028yyy")
                .contains("... (" + value.length() + " characters)")
                .hasSizeLessThan(400);
    }
}
