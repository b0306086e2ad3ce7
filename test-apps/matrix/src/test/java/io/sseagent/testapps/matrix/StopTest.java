package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that are stopped under open streams while their JVM goes on. */
class StopTest {
    private static final Pattern OPERATOR = Pattern.compile("(?m)^STOP=(\\d+)");

    static Stream<ForkedServer> servers() {
        return Stream.of(
                        Jetty.all(),
                        JettyCore.handlers(),
                        Stream.of(JettyCore.newestWithServlets()),
                        Stream.of(GrizzlyApp.OLDEST, GrizzlyApp.V4_0),
                        Stream.of(HelidonApp.OLDEST, HelidonApp.NEWEST))
                .flatMap(launches -> launches)
                .flatMap(launch -> Matrix.jdks(launch).map(jdk -> ForkedServer.underAgent(launch, jdk)));
    }

    /** One stream writes when the server stops, another is silent and its application's thread asleep. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    @SuppressWarnings("try") // the clients stay while their server stops
    void what_ends_when_the_server_stops_ends_because_of_that(ForkedServer any) throws IOException {
        try (ForkedServer server = any;
                HttpConnection writing = HttpConnection.to(server.application());
                HttpConnection silent = HttpConnection.to(server.application())) {
            AgentMetrics metrics = server.agent();
            writing.open("/forever?interval=20").readEvents(1);
            silent.open("/async?events=2&interval=600000").readEvents(1);
            int operator = Integer.parseInt(server.jvm().awaitOutput(OPERATOR).group(1));
            new Socket(InetAddress.getLoopbackAddress(), operator).close();
            Scrape page = metrics.await("the end of both", now -> now.sum("sse_streams_closed_total") == 2);

            assertThat(page.sum("sse_streams_closed_total", "reason", "shutdown"))
                    .as(page.toString())
                    .isEqualTo(2);
            assertThat(page.sum("sse_streams_active")).isZero();
            assertThat(server.agentProblems()).isEmpty();
        }
    }
}
