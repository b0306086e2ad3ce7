package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application whose operator starts a recording long after it. */
class FlightRecordingTest {
    @TempDir
    Path folder;

    static Stream<Jdk> jdks() {
        return Jdk.all().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void streams_are_in_a_recording_and_their_jvm_in_the_metrics(Jdk jdk) throws Exception {
        try (ForkedServer server = ForkedServer.underAgent(TestApp.JDK_HTTPSERVER, jdk)) {
            receive(server);
            String unrecorded = jcmd(server, "JFR.check");
            assertThat(unrecorded).contains("No available recordings");
            jcmd(server, "JFR.start");
            Path file = folder.resolve("recording.jfr");
            List<String> types = List.of();
            // the agent looks for a recording once a second
            for (int attempt = 0; attempt < 30 && !types.contains("io.sseagent.StreamOpen"); attempt++) {
                receive(server);
                jcmd(server, "JFR.dump", "filename=" + file);
                types = RecordingFile.readAllEvents(file).stream()
                        .map(event -> event.getEventType().getName())
                        .filter(name -> name.startsWith("io.sseagent."))
                        .toList();
            }

            assertThat(types).contains("io.sseagent.StreamOpen", "io.sseagent.StreamClose");
            RecordedEvent close = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("io.sseagent.StreamClose"))
                    .findFirst()
                    .orElseThrow();
            assertThat(close.getString("route")).isEqualTo("/blocking");
            assertThat(close.getString("server")).isEqualTo("jdk-httpserver");
            assertThat(close.getString("reason")).isEqualTo("complete");
            assertThat(close.getLong("events")).isEqualTo(3);

            Scrape page = server.agent().read();
            assertThat(page.sum("jvm_threads_current")).isGreaterThan(5);
            assertThat(page.sum("jvm_allocated_bytes_total")).isPositive();
            assertThat(page.sum("process_open_fds")).isGreaterThan(5);
            assertThat(page.sum("sse_audience_streams_total", "http_route", "/blocking"))
                    .isEqualTo(page.sum("sse_streams_closed_total", "http_route", "/blocking"));
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    private static void receive(ForkedServer server) throws IOException {
        double before = server.agent().read().sum("sse_streams_closed_total");
        try (HttpConnection client = HttpConnection.to(server.application())) {
            client.open("/blocking?events=3").readEvents(3);
        }
        server.agent().await("its end", page -> page.sum("sse_streams_closed_total") > before);
    }

    private static String jcmd(ForkedServer server, String... command) throws IOException, InterruptedException {
        List<String> line = Stream.concat(
                        Stream.of(
                                server.jdk().tool("jcmd"),
                                Long.toString(server.jvm().pid())),
                        Stream.of(command))
                .toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
