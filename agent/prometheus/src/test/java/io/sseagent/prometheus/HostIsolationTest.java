package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own, because these are promises about a whole JVM. */
class HostIsolationTest {
    @TempDir
    Path folder;

    @Test
    void settingsOfTheHostHaveNoEffect() throws Exception {
        Files.writeString(
                folder.resolve("prometheus.properties"),
                "io.prometheus.exporter.include_created_timestamps=not a boolean\n");

        String said = run(
                "-Dprometheus.config=" + folder.resolve("missing.properties"),
                "-Dio.prometheus.exporter.http_server.port=not a number",
                "-Dio.prometheus.exporter.filter.metric_name_must_not_start_with=sse",
                "-Dio.prometheus.exporter.http_server.prefer_uncompressed_response=true",
                "-Dcom.sun.net.httpserver.HttpServerProvider=no.such.Provider");

        assertThat(said.lines().filter(line -> line.startsWith("scrape ")))
                .containsExactly("scrape TEXT 200", "scrape OPEN_METRICS 200", "scrape PROTOBUF 200");
        assertThat(said).contains("sun.net.httpserver properties []").contains("main has returned");
        assertThat(said)
                .doesNotContain("io.prometheus.metrics.config.PrometheusProperties ")
                .doesNotContain("io.prometheus.metrics.exporter")
                .doesNotContain("io.prometheus.metrics.model.registry")
                .doesNotContain("com.sun.net.httpserver")
                .doesNotContain("sun.net.httpserver.")
                .doesNotContain("com_google_protobuf")
                .doesNotContain("java.util.logging")
                .doesNotContain("javax.crypto.")
                .doesNotContain("javax.net.ssl.")
                .doesNotContain("sun.security.ssl.")
                .doesNotContain("java.lang.management")
                .doesNotContain("WARN");
    }

    @Test
    void aRuntimeOfJavaBaseAloneIsEnough() throws Exception {
        String said = run("--limit-modules=java.base");

        assertThat(said).contains("scrape TEXT 200", "scrape OPEN_METRICS 200", "scrape PROTOBUF 200");
    }

    /** Ends only if the endpoint, still open with a client on it, does not keep the JVM alive. */
    private String run(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xlog:class+load=info:stdout");
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(folder + File.pathSeparator + System.getProperty("java.class.path"));
        command.add(ForkedScrapes.class.getName());
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
