package io.sseagent.premain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentStatusTest {
    private static final List<String> ALL =
            Arrays.asList(AgentStatus.STATUS, AgentStatus.VERSION, AgentStatus.SINCE, AgentStatus.ENDPOINT);

    @AfterEach
    void clear() {
        ALL.forEach(System::clearProperty);
    }

    @Test
    void a_jvm_without_the_bridge_is_free_whatever_properties_it_inherited() {
        System.setProperty(AgentStatus.STATUS, AgentStatus.RUNNING);

        assertThat(AgentStatus.isTaken()).isFalse();
    }

    @Test
    void a_start_forgets_the_endpoint_inherited_from_a_parent_jvm() {
        System.setProperty(AgentStatus.ENDPOINT, "http://parent:1/metrics");

        AgentStatus.starting("1.2.3");

        assertThat(System.getProperty(AgentStatus.ENDPOINT)).isNull();
        assertThat(System.getProperty(AgentStatus.STATUS)).isEqualTo("starting");
    }

    @Test
    void a_second_start_is_told_version_and_endpoint() {
        AgentStatus.starting("1.2.3");
        AgentStatus.launched();
        System.setProperty(AgentStatus.ENDPOINT, "http://127.0.0.1:9464/metrics");

        assertThat(AgentStatus.taken())
                .isEqualTo("already running, version 1.2.3, http://127.0.0.1:9464/metrics;"
                        + " this second start changes nothing");
    }

    @Test
    void a_launcher_that_refuses_has_the_last_word() {
        AgentStatus.starting("1.2.3");
        System.setProperty(AgentStatus.STATUS, "refused: switched off");

        AgentStatus.launched();

        assertThat(System.getProperty(AgentStatus.STATUS)).isEqualTo("refused: switched off");
    }

    @Test
    void a_start_after_a_failed_one_is_told_the_reason_in_one_line() {
        AgentStatus.failed("java.lang.Error: a\n\tb");

        assertThat(AgentStatus.taken()).contains("\"failed: java.lang.Error: a b\"", "restart the JVM");
    }
}
