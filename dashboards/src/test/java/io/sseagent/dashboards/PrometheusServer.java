package io.sseagent.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A real Prometheus on a free port that scrapes one target each second and evaluates the rendered rules. */
final class PrometheusServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final URI address;

    private PrometheusServer(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Returns when it is ready; writes its data, configuration and log into the folder. */
    static PrometheusServer start(ExternalProgram prometheus, Path folder, int targetPort, boolean nativeHistograms)
            throws IOException {
        int port = FreePort.take();
        Path configuration = Files.writeString(
                folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
                rule_files: ['%s']
                scrape_configs:
                  - job_name: demo
                    static_configs: [{targets: ['127.0.0.1:%d']}]
                """.formatted(RenderedFiles.rulesFile(), targetPort));
        List<String> command = new ArrayList<>(List.of(
                prometheus.path().toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port));
        if (nativeHistograms) {
            command.add("--enable-feature=native-histograms");
        }
        Path log = folder.resolve("prometheus.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PrometheusServer server = new PrometheusServer(process, log, URI.create("http://127.0.0.1:" + port));
        try {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(server::isReady);
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** The samples of an instant query; throws IllegalStateException with Prometheus' words if it refuses the query. */
    JsonNode query(String expression) {
        return get("/api/v1/query?query=" + encoded(expression)).path("result");
    }

    /** The values of a label over the series that a selector matches. */
    List<String> labelValues(String label, String selector) {
        List<String> values = new ArrayList<>();
        get("/api/v1/label/" + label + "/values?match%5B%5D=" + encoded(selector))
                .forEach(value -> values.add(value.asText()));
        return values;
    }

    /** State of every loaded rule: name, health, lastError. */
    List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        get("/api/v1/rules").path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    @Override
    public void close() {
        Processes.stop(process);
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("prometheus ended: " + read(log));
        }
        try {
            return send("/-/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private JsonNode get(String path) {
        try {
            JsonNode answer = JSON.readTree(send(path).body());
            if (!answer.path("status").asText().equals("success")) {
                throw new IllegalStateException(path + ": " + answer);
            }
            return answer.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(String path) {
        try {
            return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
