package io.sseagent.core.config;

import static io.sseagent.core.config.GivenConfig.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentationConfigTest {
    private static final List<String> KNOWN = Arrays.asList("tomcat", "jdk-httpserver");

    @Test
    void only_what_is_named_is_switched_off() {
        InstrumentationConfig config = given().arguments(
                        "instrumentation.tomcat.enabled=false,instrumentation.jdk-httpserver.enabled=true")
                .load()
                .instrumentation();

        assertThat(config.isEnabled("tomcat")).isFalse();
        assertThat(config.isEnabled("Tomcat")).isFalse();
        assertThat(config.isEnabled("jdk-httpserver")).isTrue();
        assertThat(config.isEnabled("netty-4.0")).isTrue();
        assertThat(config.disabledTaps()).containsExactly("tomcat");
        assertThat(config.unknownTapProblems(KNOWN)).isEmpty();
    }

    @Test
    void a_version_in_the_name_may_be_written_with_dot_or_dash() {
        InstrumentationConfig config = given().arguments("instrumentation.netty-4.0.enabled=false")
                .load()
                .instrumentation();

        assertThat(config.isEnabled("netty-4.0")).isFalse();
        assertThat(config.isEnabled("netty-4-0")).isFalse();
        assertThat(config.isEnabled("netty-4.1")).isTrue();
    }

    @Test
    void names_that_this_agent_does_not_have_are_reported_with_the_nearest() {
        AgentConfig config = given().arguments("instrumentation.tomact.enabled=false")
                .environment("SSE_AGENT_INSTRUMENTATION_WEBLOGIC_ENABLED", "true")
                .load();

        assertThat(config.problems()).isEmpty();
        assertThat(config.instrumentation().unknownTapProblems(KNOWN))
                .containsExactly(
                        "instrumentation.tomact.enabled (argument): ignored, there is no instrumentation tomact;"
                                + " did you mean tomcat? (there are tomcat, jdk-httpserver)",
                        "instrumentation.weblogic.enabled (environment SSE_AGENT_INSTRUMENTATION_WEBLOGIC_ENABLED):"
                                + " ignored, there is no instrumentation weblogic (there are tomcat, jdk-httpserver)");
    }
}
