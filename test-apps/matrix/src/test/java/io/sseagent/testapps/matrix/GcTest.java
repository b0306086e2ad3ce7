package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.ResponseBody;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pauses of each collector, on each JDK that has it, are set against the streams that were open. */
class GcTest {
    private static final List<String> COLLECTORS = List.of("Serial", "Parallel", "G1", "Z", "Shenandoah");

    static Stream<Arguments> collectors() {
        return Jdk.all().stream().flatMap(jdk -> COLLECTORS.stream().map(collector -> Arguments.of(collector, jdk)));
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("collectors")
    void a_pause_is_told_by_its_collector_and_delays_the_streams_that_are_open(String collector, Jdk jdk)
            throws IOException, InterruptedException {
        String option = "-XX:+Use" + collector + "GC";
        assumeTrue(exitCode(jdk.tool("java"), option, "-version") == 0, () -> jdk + " has no " + collector + " GC");
        try (ForkedServer server =
                        ForkedServer.underAgent(TestApp.JDK_HTTPSERVER, jdk).with(option);
                HttpConnection client = HttpConnection.to(server.application())) {
            AgentMetrics metrics = server.agent();
            ResponseBody stream = client.open("/forever?interval=20");
            stream.readEvents(3);

            Scrape page = metrics.await("a pause between two events", now -> {
                collect(server);
                stream.readEvents(2);
                return now.sum("sse_gc_delayed_events_total", "http_route", "/forever") > 0;
            });
            assertThat(page.sum("sse_gc_pause_seconds_count")).isPositive();
            assertThat(page.has("sse_gc_pause_seconds_count", "cause", "Diagnostic Command")
                            || page.has("sse_gc_pause_seconds_count", "cause", "System.gc()"))
                    .as(page.toString())
                    .isTrue();
            assertThat(page.toString()).doesNotContain("Cycles");
            if (!collector.equals("Z")) {
                // its pauses are shorter than the millisecond that the bean counts in
                page = metrics.await("a pause that can be measured", now -> {
                    collect(server);
                    return now.sum("sse_gc_pause_seconds_sum") > 0;
                });
                assertThat(page.sum("sse_gc_stalled_stream_seconds_total")).isPositive();
            }
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    private static void collect(ForkedServer server) {
        try {
            String pid = Long.toString(server.jvm().pid());
            assertThat(exitCode(server.jdk().tool("jcmd"), pid, "GC.run")).isZero();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int exitCode(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
