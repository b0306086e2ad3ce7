package io.sseagent.premain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachProblemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dynamic agent loading is not enabled. Use it. | -XX:+EnableDynamicAgentLoading",
                "No such process | there is no such JVM",
                "The VM does not support the attach mechanism | restart it without that option",
                "Can not attach to current VM | this command itself",
                "Unable to open socket file | as the user of the application"
            })
    void every_problem_has_a_way_out(String message, String wayOut) {
        assertThat(AttachProblem.explain(12, "/opt/sse-agent.jar", new IOException(message)))
                .startsWith("cannot attach to 12 (" + message + "): ")
                .contains(wayOut);
    }

    @Test
    void a_jar_that_the_target_cannot_read_is_named() {
        assertThat(AttachProblem.explain(12, "/opt/sse-agent.jar", new AgentLoadException("not found")))
                .contains("must be able to read /opt/sse-agent.jar");
    }

    private static final class AgentLoadException extends Exception {
        private static final long serialVersionUID = 1L;

        AgentLoadException(String message) {
            super(message);
        }
    }
}
