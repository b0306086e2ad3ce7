package io.sseagent.core.config;

import static io.sseagent.core.config.GivenConfig.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentSourceTest {
    @Test
    void dots_and_dashes_are_underscores() {
        AgentConfig config = given().environment("SSE_AGENT_RECONNECT_CLIENTS_MAX", "5")
                .environment("SSE_AGENT_INSTRUMENTATION_JDK_HTTPSERVER_ENABLED", "false")
                .load();

        assertThat(config.problems()).isEmpty();
        assertThat(config.model().maxReconnectClients()).isEqualTo(5);
        assertThat(config.instrumentation().isEnabled("jdk-httpserver")).isFalse();
    }

    @Test
    void the_variables_of_a_kubernetes_service_are_no_settings() {
        AgentConfig config = given().environment("SSE_AGENT_SERVICE_HOST", "10.0.0.1")
                .environment("SSE_AGENT_SERVICE_PORT", "9464")
                .environment("SSE_AGENT_SERVICE_PORT_HTTP", "9464")
                .environment("SSE_AGENT_PORT", "tcp://10.0.0.1:9464")
                .environment("SSE_AGENT_PORT_9464_TCP", "tcp://10.0.0.1:9464")
                .environment("SSE_AGENT_PORT_9464_TCP_ADDR", "10.0.0.1")
                .environment("SSE_AGENT_DEMO_PORT", "tcp://10.0.0.2:80")
                .environment("SSE_AGENT_DEMO_PORT_80_TCP_PROTO", "tcp")
                .load();

        assertThat(config.exporter().enabled()).isTrue();
        assertThat(config.exporter().port()).isEqualTo(9464);
        assertThat(config.givenSettings()).isEmpty();
        assertThat(config.problems())
                .containsExactly("port=tcp://10.0.0.1:9464 (environment SSE_AGENT_PORT): ignored, because Kubernetes"
                        + " sets it for a service of this name; rename the service or set enableServiceLinks: false");
    }

    @Test
    void what_only_looks_like_a_service_link_is_reported() {
        AgentConfig config = given().environment("SSE_AGENT_PORT_X_TCP", "1")
                .environment("SSE_AGENT_PORT_80", "1")
                .environment("SSE_AGENT_DEMO_PORT", "80")
                .load();

        assertThat(config.problems())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("unknown key SSE_AGENT_"));
    }

    @Test
    void null_names_and_values_are_passed_over() {
        Map<String, String> environment = new HashMap<>();
        environment.put(null, "1");
        environment.put("SSE_AGENT_HOST", null);
        environment.put("SSE_AGENT_PORT", "5");

        AgentConfig config = AgentConfig.load(null, null, environment);

        assertThat(config.exporter().port()).isEqualTo(5);
        assertThat(config.problems()).isEmpty();
    }
}
