package io.sseagent.core.config;

import static io.sseagent.core.config.GivenConfig.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.log.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentConfigTest {
    @TempDir
    Path folder;

    @Test
    void without_any_source_every_default_is_in_force() {
        AgentConfig config = AgentConfig.load(null, null, null);

        assertThat(config.enabled()).isTrue();
        assertThat(config.arming()).isEqualTo(Arming.START);
        assertThat(config.exporter().enabled()).isTrue();
        assertThat(config.exporter().host()).isEqualTo("0.0.0.0");
        assertThat(config.exporter().port()).isEqualTo(9464);
        assertThat(config.exporter().path()).isEqualTo("/metrics");
        assertThat(config.model().maxRoutes()).isEqualTo(200);
        assertThat(config.model().maxEventTypes()).isEqualTo(20);
        assertThat(config.model().maxStreams()).isEqualTo(100_000);
        assertThat(config.model().stalledAfterNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(60));
        assertThat(config.model().reconnectWindowNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(60));
        assertThat(config.model().maxReconnectClients()).isEqualTo(10_000);
        assertThat(config.instrumentation().disabledTaps()).isEmpty();
        assertThat(config.logLevel()).isEqualTo(LogLevel.INFO);
        assertThat(config.givenSettings()).isEmpty();
        assertThat(config.problems()).isEmpty();
    }

    @Test
    void every_setting_reaches_its_getter() {
        AgentConfig config = given().arguments(
                        "enabled=false,arming=deferred,exporter.enabled=off,host=::1,port=0,path=/m,routes.max=1,"
                                + "event.types.max=2,streams.max=3,stalled.after=4s,reconnect.window=5m,reconnect.clients.max=6,"
                                + "instrumentation.tomcat.enabled=no,log.level=debug")
                .load();

        assertThat(config.problems()).isEmpty();
        assertThat(config.enabled()).isFalse();
        assertThat(config.arming()).isEqualTo(Arming.DEFERRED);
        assertThat(config.exporter().enabled()).isFalse();
        assertThat(config.exporter().host()).isEqualTo("::1");
        assertThat(config.exporter().port()).isZero();
        assertThat(config.exporter().path()).isEqualTo("/m");
        assertThat(config.model().maxRoutes()).isEqualTo(1);
        assertThat(config.model().maxEventTypes()).isEqualTo(2);
        assertThat(config.model().maxStreams()).isEqualTo(3);
        assertThat(config.model().stalledAfterNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(4));
        assertThat(config.model().reconnectWindowNanos()).isEqualTo(TimeUnit.MINUTES.toNanos(5));
        assertThat(config.model().maxReconnectClients()).isEqualTo(6);
        assertThat(config.instrumentation().disabledTaps()).containsExactly("tomcat");
        assertThat(config.logLevel()).isEqualTo(LogLevel.DEBUG);
        assertThat(config.givenSettings()).hasSize(14);
    }

    @Test
    void each_source_outranks_the_ones_below_it() throws IOException {
        Path file = Files.write(folder.resolve("agent.properties"), Collections.singleton("port=4"));

        GivenConfig given = given();
        assertPort(given, 9464, null, null);

        given.environment("SSE_AGENT_CONFIG_FILE", file.toString());
        assertPort(given, 4, Origin.FILE, "file " + file);

        given.environment("SSE_AGENT_PORT", "3");
        assertPort(given, 3, Origin.ENVIRONMENT, "environment SSE_AGENT_PORT");

        given.property("sse.agent.port", "2");
        assertPort(given, 2, Origin.SYSTEM_PROPERTY, "system property sse.agent.port");

        given.arguments("port=1");
        assertPort(given, 1, Origin.ARGUMENT, "argument");
    }

    @Test
    void an_empty_value_leaves_the_decision_to_the_next_source() {
        AgentConfig config = given().arguments("port=")
                .property("sse.agent.port", "  ")
                .environment("SSE_AGENT_PORT", "7")
                .load();

        assertThat(config.exporter().port()).isEqualTo(7);
        assertThat(config.problems()).isEmpty();
    }

    @Test
    void a_setting_that_repeats_the_default_still_shows_its_origin() {
        AgentConfig config = given().environment("SSE_AGENT_PORT", "9464").load();

        assertThat(config.givenSettings())
                .extracting(Setting::toString)
                .containsExactly("port=9464 (environment SSE_AGENT_PORT)");
    }

    @Test
    void a_source_that_cannot_be_read_does_not_take_the_others_along() {
        Properties hostile = new Properties() {
            @Override
            public Set<String> stringPropertyNames() {
                throw new SecurityException("not\nallowed");
            }
        };

        AgentConfig config = AgentConfig.load("path=/a", hostile, Collections.singletonMap("SSE_AGENT_PORT", "7"));

        assertThat(config.exporter().path()).isEqualTo("/a");
        assertThat(config.exporter().port()).isEqualTo(7);
        assertThat(config.problems())
                .containsExactly("system properties: not read, java.lang.SecurityException: not\\nallowed");
    }

    @Test
    void what_a_config_hands_out_cannot_be_changed() {
        AgentConfig config = given().arguments("unknown.thing=1,port=1").load();

        assertThat(config.problems()).isUnmodifiable();
        assertThat(config.givenSettings()).isUnmodifiable();
        assertThat(config.instrumentation().disabledTaps()).isUnmodifiable();
    }

    private static void assertPort(GivenConfig given, int port, Origin origin, String originText) {
        AgentConfig config = given.load();
        assertThat(config.exporter().port()).isEqualTo(port);
        assertThat(config.problems()).isEmpty();
        Setting[] settings = config.givenSettings().stream()
                .filter(setting -> setting.key().equals("port"))
                .toArray(Setting[]::new);
        if (origin == null) {
            assertThat(settings).isEmpty();
        } else {
            assertThat(settings).hasSize(1);
            assertThat(settings[0].origin()).isEqualTo(origin);
            assertThat(settings[0].originText()).isEqualTo(originText);
        }
    }
}
