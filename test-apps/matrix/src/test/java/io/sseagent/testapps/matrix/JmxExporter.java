package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JMX exporter of Prometheus, with all beans that it finds. */
final class JmxExporter implements OtherAgent {
    private static final String NAME = "jmx_prometheus_javaagent";

    private final int port = FreePort.take();

    @Override
    public List<String> options() {
        Path rules = ForkedJvm.folder(NAME).resolve("rules.yaml");
        try {
            Files.writeString(rules, "rules: [{pattern: '.*'}]\n");
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        return List.of(OtherAgent.javaagent(NAME) + "=127.0.0.1:" + port + ":" + rules);
    }

    @Override
    public void awaitReport(String path) {
        URI page = URI.create("http://127.0.0.1:" + port + "/metrics");
        try {
            assertThat(HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                    .satisfies(
                            answer -> assertThat(answer.body()).contains("jmx_scrape_error 0.0", "java_lang_Memory"));
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public boolean tellsOfStreams(String tap) {
        return false;
    }

    @Override
    public void close() {
        // its JVM ends it
    }

    @Override
    public String toString() {
        return NAME;
    }
}
