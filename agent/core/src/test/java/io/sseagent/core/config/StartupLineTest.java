package io.sseagent.core.config;

import static io.sseagent.core.config.GivenConfig.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StartupLineTest {
    @Test
    void shows_what_runs_where_and_every_given_setting_with_its_origin() {
        AgentConfig config = given().arguments("port=9464")
                .environment("SSE_AGENT_HOST", "127.0.0.1")
                .load();

        assertThat(StartupLine.render(
                        "0.1.0", "17.0.15 (Debian)", 42, Arrays.asList("tomcat", "jdk-httpserver"), config))
                .isEqualTo("{\"agent\":\"sse-agent\",\"version\":\"0.1.0\",\"java\":\"17.0.15 (Debian)\",\"pid\":42,"
                        + "\"taps\":[\"tomcat\",\"jdk-httpserver\"],\"settings\":{"
                        + "\"host\":{\"value\":\"127.0.0.1\",\"origin\":\"environment SSE_AGENT_HOST\"},"
                        + "\"port\":{\"value\":\"9464\",\"origin\":\"argument\"}}}");
    }

    @Test
    void defaults_are_left_out_and_so_is_an_unknown_process_id() {
        AgentConfig config = given().load();

        assertThat(StartupLine.render(null, "8", -1, Collections.<String>emptyList(), config))
                .isEqualTo("{\"agent\":\"sse-agent\",\"version\":null,\"java\":\"8\",\"taps\":[],\"settings\":{}}");
    }

    @Test
    void whatever_a_value_holds_the_line_stays_one_ascii_line_of_json() {
        AgentConfig config = given().property(
                        "sse.agent.config.file", "a\"b\\c\nd\te\u0001\u007fä\u2028\ud83d\ude00\ud800/")
                .load();

        String line = StartupLine.render("1", "8", 1, Collections.singletonList("x\"y"), config);

        assertThat(line)
                .contains("\"taps\":[\"x\\\"y\"]")
                .contains(
                        "\"value\":\"a\\\"b\\\\c\\u000ad\\u0009e\\u0001\\u007f\\u00e4\\u2028\\ud83d\\ude00\\ud800/\"");
        assertThat(line.chars()).allMatch(c -> c >= ' ' && c < 0x7F);
    }

    @Test
    void java_is_named_with_its_vendor() {
        Properties properties = new Properties();
        assertThat(StartupLine.describeJava(properties)).isEqualTo("unknown version (unknown vendor)");

        properties.setProperty("java.version", "1.8.0_402");
        properties.setProperty("java.vendor", "Temurin");
        assertThat(StartupLine.describeJava(properties)).isEqualTo("1.8.0_402 (Temurin)");
    }

    @Test
    void the_process_id_is_that_of_this_process() {
        assertThat(ProcessId.current()).isEqualTo(ProcessHandle.current().pid());
        assertThat(ProcessId.fromProcessHandle())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(ProcessId.fromProcFileSystem())
                .isIn(-1L, ProcessHandle.current().pid());
    }
}
