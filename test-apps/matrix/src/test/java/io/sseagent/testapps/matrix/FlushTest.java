package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that an application writes and does not flush lie in a buffer in front of the tap: seen there, by their age. */
class FlushTest {
    /** So that a few fill the buffer, and none is too large for it. */
    private static final int OF_EIGHT_KILOBYTES = 2_500;

    private static final int OF_THIRTY_TWO_KILOBYTES = 7_000;

    static Stream<Arguments> servers() {
        List<Launch> tomcats = Tomcat.all().toList();
        return Stream.of(
                        Matrix.ends(tomcats).map(launch -> Arguments.of(launch, OF_EIGHT_KILOBYTES)),
                        Stream.of(Arguments.of(Jetty.lowest(), OF_THIRTY_TWO_KILOBYTES)),
                        Stream.of(Arguments.of(JettyCore.newestWithServlets(), OF_THIRTY_TWO_KILOBYTES)))
                .flatMap(each -> each);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void what_nobody_flushes_is_seen_in_the_buffer_of_the_server(Launch launch, int size) {
        try (ForkedServer server = ForkedServer.underAgent(
                        launch, Matrix.jdks(launch).findFirst().orElseThrow());
                HttpConnection flushing = HttpConnection.to(server.application());
                HttpConnection client = HttpConnection.to(server.application())) {
            AgentMetrics metrics = server.agent();
            flushing.open("/forever?interval=20").readEvents(3);
            client.ask("/blocking?events=100&interval=700&flush=0&size=" + size);
            String route = server.application().getPath() + "/blocking";

            metrics.await("an unflushed stream", page -> page.sum("sse_unflushed_streams", "http_route", route) == 1);
            metrics.await("its delay", page -> page.sum("sse_flush_delay_seconds_count", "http_route", route) > 0);

            assertThat(metrics.read().sum("sse_flush_delay_seconds_count"))
                    .as("the stream that is flushed has no delay")
                    .isEqualTo(metrics.read().sum("sse_flush_delay_seconds_count", "http_route", route));
            assertThat(server.agentProblems()).isEmpty();
        }
    }
}
