package io.sseagent.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Prometheus scrapes the demo application under the built agent: every query and every rule answers. */
class DemoQueriesIT {
    /** Nothing goes wrong in the demo that these could show. */
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("Failures inside the agent since it started", "Label values over the cap");

    @ParameterizedTest(name = "native histograms: {0}")
    @ValueSource(booleans = {false, true})
    void everyPanelShowsTheDemo(boolean nativeHistograms, @TempDir Path folder) throws Exception {
        ExternalProgram prometheus = ExternalProgram.require("prometheus", "prometheus");
        try (DemoUnderAgent demo = DemoUnderAgent.start(folder);
                PrometheusServer server =
                        PrometheusServer.start(prometheus, folder, demo.metricsPort(), nativeHistograms)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        assertThat(LiveQueries.panelsWithoutData(server)).isSubsetOf(MAY_BE_EMPTY);
                        assertThat(LiveQueries.recordingsWithoutData(server)).isEmpty();
                    });

            LiveQueries.assertHistogramsAreStoredAs(server, nativeHistograms);
            LiveQueries.assertVariablesOfferValues(server);
            LiveQueries.assertRulesAreHealthy(server);
            assertThat(server.query("ALERTS{alertname=~\"SseAgent.+|SseTap.+\"}"))
                    .as("alerts about the agent itself")
                    .isEmpty();
        }
    }
}
