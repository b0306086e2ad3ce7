package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.testapps.matrix.faults.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What runs on the agent's own threads throws in turn: the exporter, the housekeeper's duties, the breaker's probes. */
class ExporterFaultTest {
    private static final List<String> SCRAPE = List.of(
            "io.sseagent.core.stream.StreamModel#read",
            "io.sseagent.launcher.TapReports#taps",
            "io.sseagent.prometheus.MetricsReader#read",
            "io.sseagent.prometheus.StreamSamples#add",
            "io.sseagent.prometheus.AgentSamples#add",
            "io.sseagent.prometheus.Samples#snapshots",
            "io.sseagent.prometheus.TextFormat#write",
            "io.sseagent.prometheus.NameFilter#ofQuery",
            "io.sseagent.prometheus.AccessRules#admit");
    /** Each with the component that its failures are counted under. */
    private static final Map<String, String> DUTIES = Map.of(
            "io.sseagent.launcher.DisableFile#check", "disable_file",
            "io.sseagent.launcher.AdviceFailures#settle", "failing_hooks",
            "io.sseagent.core.stream.StreamModel#tick", "model",
            "io.sseagent.core.health.CircuitBreaker#tick", "circuit_breaker",
            "io.sseagent.core.health.HeapProbe#read", "breaker_heap",
            "io.sseagent.core.health.CpuProbe#read", "breaker_cpu",
            "io.sseagent.core.health.ScrapeProbe#read", "breaker_scrape");

    private static final int TIMES = 3;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @Test
    void whatever_throws_in_it_the_exporter_answers_500_and_the_next_scrape_and_the_application_go_on()
            throws IOException {
        Path signal = ForkedJvm.folder("signal").resolve("disable");
        Jdk jdk = Jdk.all().get(0);
        String places = Stream.concat(SCRAPE.stream(), DUTIES.keySet().stream())
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        try (ForkedServer server = ForkedServer.underAgent(TestApp.JDK_HTTPSERVER, jdk, "disable.file=" + signal)
                .with(FaultInjector.option(places))) {
            AgentMetrics metrics = server.agent();
            try (FaultInjector injector = FaultInjector.of(server);
                    HttpConnection client = HttpConnection.to(server.application())) {
                DUTIES.keySet().forEach(place -> injector.arm(place, Fault.OUT_OF_MEMORY, TIMES));
                assertThat(client.get("/blocking?events=3").events().count()).isEqualTo(3);
                int turn = 0;
                for (String place : SCRAPE) {
                    injector.arm(place, Fault.values()[turn % Fault.values().length], 1);
                    turn++;
                    assertFailsOnce(server.metrics(), place);
                    assertThat(metrics.read().sum("sse_agent_errors_total", "component", "metrics_endpoint"))
                            .as(place)
                            .isEqualTo(turn);
                }
                DUTIES.forEach((place, component) -> assertFailsAndGoesOn(server, injector, place, component));
                DUTIES.values()
                        .forEach(component -> assertThat(
                                        metrics.read().sum("sse_agent_errors_total", "component", component))
                                .as(component)
                                .isEqualTo(TIMES));

                Files.createFile(signal);
                metrics.await("the signal file", page -> page.sum("sse_agent_up", "state", "disabled") == 1);
                assertThat(client.get("/blocking?events=3").events().count()).isEqualTo(3);
            }
            assertThat(server.jvm().output())
                    .doesNotContain("[faults] failed", "\tat io.sseagent.", "Exception in thread");
        }
    }

    private static void assertFailsOnce(URI page, String place) {
        URI root = page.resolve("/");
        try (HttpConnection scraper = HttpConnection.to(URI.create(root.getScheme() + "://" + root.getAuthority()))) {
            Received answer = scraper.get(page.getPath());
            assertThat(answer.status()).as(place).isEqualTo(500);
            assertThat(new String(answer.body(), UTF_8))
                    .as(place)
                    .isEqualTo("The request failed; standard error of the process says why\n");
        }
    }

    /** Once it has thrown so often it works again, and one line has told of it. */
    private static void assertFailsAndGoesOn(
            ForkedServer server, FaultInjector injector, String place, String component) {
        Awaitility.await(place)
                .atMost(DEADLINE)
                .until(() -> injector.place(place).reached() > TIMES);
        assertThat(injector.place(place).thrown()).as(place).isEqualTo(TIMES);
        assertThat(server.agentProblems())
                .filteredOn(line -> line.contains("housekeeping failed and goes on: " + component + ":"))
                .hasSize(1);
    }
}
