package io.sseagent.core.config;

import static io.sseagent.core.config.GivenConfig.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectionAndSecurityTest {
    private static final String SECRET = "hunter2hunter2";

    @TempDir
    Path folder;

    @Test
    void without_settings_the_breaker_is_armed_and_the_endpoint_is_open() {
        AgentConfig config = given().load();

        assertThat(config.protection().disableFile()).isNull();
        assertThat(config.protection().maxHeapShare()).isEqualTo(0.95);
        assertThat(config.protection().maxCpuShare()).isEqualTo(0.2);
        assertThat(config.protection().maxScrapeNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(5));
        assertThat(config.protection().recoveryNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(60));
        assertThat(config.exporter().scheme()).isEqualTo("http");
        assertThat(config.exporter().security().keystore()).isNull();
        assertThat(config.exporter().security().keystoreType()).isEqualTo("PKCS12");
        assertThat(config.exporter().security().usersFile()).isNull();
        assertThat(config.exporter().security().tokenFile()).isNull();
    }

    @Test
    void every_setting_reaches_its_getter() {
        AgentConfig config = given().arguments("disable.file=/d,breaker.heap=80%,breaker.cpu=1%,breaker.scrape=2s,"
                        + "breaker.recovery=3m,tls.keystore=/k,tls.keystore.type=jks,tls.keystore.password=p,"
                        + "tls.keystore.password.file=/f,auth.users.file=/u,auth.token.file=/t")
                .load();

        assertThat(config.problems()).isEmpty();
        assertThat(config.protection().disableFile()).isEqualTo("/d");
        assertThat(config.protection().maxHeapShare()).isEqualTo(0.8);
        assertThat(config.protection().maxCpuShare()).isEqualTo(0.01);
        assertThat(config.protection().maxScrapeNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(2));
        assertThat(config.protection().recoveryNanos()).isEqualTo(TimeUnit.MINUTES.toNanos(3));
        SecurityConfig security = config.exporter().security();
        assertThat(config.exporter().scheme()).isEqualTo("https");
        assertThat(security.keystore()).isEqualTo("/k");
        assertThat(security.keystoreType()).isEqualTo("JKS");
        assertThat(security.keystorePassword()).isEqualTo("p");
        assertThat(security.keystorePasswordFile()).isEqualTo("/f");
        assertThat(security.usersFile()).isEqualTo("/u");
        assertThat(security.tokenFile()).isEqualTo("/t");
    }

    @Test
    void a_limit_that_is_off_is_never_reached() {
        ProtectionConfig config = given().arguments("breaker.heap=off,breaker.cpu=OFF,breaker.scrape=off")
                .load()
                .protection();

        assertThat(config.maxHeapShare()).isInfinite();
        assertThat(config.maxCpuShare()).isInfinite();
        assertThat(config.maxScrapeNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_wrong_limit_leaves_the_default_in_force() {
        for (String wrong : new String[] {"0%", "101%", "95", "0.95", "%", "-1%"}) {
            AgentConfig config = given().arguments("breaker.heap=" + wrong).load();

            assertThat(config.problems())
                    .containsExactly("breaker.heap=" + wrong + " (argument): not accepted, expected a share from 1% to"
                            + " 100%, or off; the default 95% is used");
            assertThat(config.protection().maxHeapShare()).isEqualTo(0.95);
        }
    }

    @Test
    void what_protects_the_endpoint_is_never_ignored() {
        AgentConfig config = given().arguments("tls.keystore.type=PEM").load();

        assertThat(config.exporter().enabled()).isFalse();
        assertThat(config.problems()).singleElement().asString().contains("PKCS12 or JKS", "is switched off");
    }

    @Test
    void a_secret_is_shown_nowhere() throws Exception {
        Path file = Files.write(
                folder.resolve("agent.properties"),
                java.util.List.of("tls.keystore.password=" + SECRET + "1", "tls.keystore.password=" + SECRET + "2"));
        AgentConfig config = given().arguments("tls.keystore.password=" + SECRET + "3,tls.keystore.password=" + SECRET
                        + "4,config.file=" + file)
                .property("sse.agent.tls.keystore.password", SECRET + "5")
                .environment("SSE_AGENT_TLS_KEYSTORE_PASSWORD", SECRET + "6" + "x".repeat(5000))
                .environment("SSE_AGENT_TLS_KEYSTORE_PASWORD", SECRET + "7")
                .load();

        assertThat(config.exporter().security().keystorePassword()).isEqualTo(SECRET + "4");
        assertThat(config.problems()).hasSize(3).noneMatch(line -> line.contains(SECRET));
        assertThat(config.givenSettings().toString())
                .contains("tls.keystore.password=***")
                .doesNotContain(SECRET);
        assertThat(StartupLine.render("1", "8", 1, Collections.emptyList(), config))
                .contains("\"tls.keystore.password\":{\"value\":\"***\"")
                .doesNotContain(SECRET);
    }

    @Test
    void a_secret_that_is_not_accepted_is_not_shown_either() {
        AgentConfig config = given().environment("SSE_AGENT_TLS_KEYSTORE_PASSWORD", SECRET + "x".repeat(5000))
                .load();

        assertThat(config.problems())
                .singleElement()
                .asString()
                .contains("=***")
                .doesNotContain(SECRET);
    }
}
