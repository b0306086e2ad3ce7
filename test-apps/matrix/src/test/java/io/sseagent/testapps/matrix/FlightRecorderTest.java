package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.RawDialogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JDK's Flight Recorder, which rewrites classes as well, records a server that the agent watches. */
class FlightRecorderTest {
    private static final String STREAMS = "GET /blocking?events=50, GET /async?events=30, GET /typed";

    static Stream<ForkedServer> servers() {
        return Matrix.jdks()
                .flatMap(jdk -> Stream.of(Tomcat.of("10.1.59"), TestApp.JDK_HTTPSERVER)
                        .map(launch -> ForkedServer.underAgent(launch, jdk)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void both_record(ForkedServer plain) throws IOException {
        Path recording = ForkedJvm.folder("recording").resolve("server.jfr");
        try (ForkedServer server = plain.with("-XX:StartFlightRecording=settings=profile,filename=" + recording)) {
            AgentMetrics metrics = server.agent();
            assertThat(RawDialogue.hold(server.application(), STREAMS))
                    .isEqualTo(RawDialogue.hold(server.withoutAgent().application(), STREAMS));
            metrics.await("three streams", page -> page.sum("sse_streams_closed_total", "reason", "complete") == 3);
            assertThat(metrics.read().sum("sse_events_total")).isEqualTo(50 + 30 + 3);
            assertThat(metrics.read().sum("sse_agent_errors_total")).isZero();
            assertThat(server.agentProblems()).isEmpty();

            server.jvm().terminate();
            server.jvm().awaitEnd();
            assertThat(RecordingFile.readAllEvents(recording))
                    .extracting(FlightRecorderTest::type)
                    .contains("jdk.JVMInformation", "jdk.ThreadStart", "jdk.ActiveRecording");
        }
    }

    private static String type(RecordedEvent event) {
        return event.getEventType().getName();
    }
}
