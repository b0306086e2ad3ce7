package io.sseagent.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where every metric of the catalogue has values, every panel, variable and recording has something to show. */
class CatalogueQueriesTest {

    @ParameterizedTest(name = "native histograms: {0}")
    @ValueSource(booleans = {false, true})
    void noQueryIsEmpty(boolean nativeHistograms, @TempDir Path folder) throws Exception {
        ExternalProgram prometheus = ExternalProgram.require("prometheus", "prometheus");
        try (CatalogueExporter exporter = CatalogueExporter.start();
                PrometheusServer server =
                        PrometheusServer.start(prometheus, folder, exporter.port(), nativeHistograms)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        assertThat(LiveQueries.panelsWithoutData(server)).isEmpty();
                        assertThat(LiveQueries.recordingsWithoutData(server)).isEmpty();
                    });

            LiveQueries.assertHistogramsAreStoredAs(server, nativeHistograms);
            LiveQueries.assertVariablesOfferValues(server);
            LiveQueries.assertRulesAreHealthy(server);
        }
    }
}
