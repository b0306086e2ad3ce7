package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.ResponseBody;
import io.sseagent.instrumentation.testing.Scrape;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Streams that end because their server stops. The page ends with the JVM, so this needs a server that waits for streams: Spring
 * Boot's graceful shutdown, which one endless stream holds up for all of its two seconds while a finite one ends.
 */
class ShutdownTest {
    /** Both were open, and the endless one was waited for. */
    private static final String DRAINED =
            "\\[sse-agent] INFO tomcat stopped under 2 open event streams, the last of which ended after [1-9][0-9]*[.][0-9] s";

    static Stream<ForkedServer> servers() {
        return Matrix.jdks().map(jdk -> ForkedServer.underAgent(SpringApp.MVC_6, jdk));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void what_ends_while_the_server_stops_ends_because_of_that(ForkedServer server) {
        try (server;
                HttpConnection finite = HttpConnection.to(server.application());
                HttpConnection endless = HttpConnection.to(server.application())) {
            AgentMetrics metrics = server.agent();
            endless.open("/emitters/1/forever?interval=50").readEvents(1);
            ResponseBody stream = finite.open("/emitters/1?events=20&interval=50");
            stream.readEvents(1);
            server.jvm().terminate();
            assertThat(stream.readAll().events().count()).isEqualTo(20);

            Scrape page = metrics.await(
                    "the end of a stream",
                    now -> now.sum("sse_streams_closed_total", "http_route", "/emitters/{id}") == 1);
            assertThat(page.sum("sse_streams_closed_total", "reason", "shutdown"))
                    .as(page.toString())
                    .isEqualTo(1);
            assertThat(page.sum("sse_events_total", "http_route", "/emitters/{id}"))
                    .isEqualTo(20);
            server.jvm().awaitEnd();
            assertThat(server.jvm().output().lines())
                    .filteredOn(line -> line.contains("open event stream"))
                    .singleElement()
                    .asString()
                    .matches(DRAINED);
            assertThat(server.agentProblems()).isEmpty();
        }
    }
}
