package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.testapps.matrix.Distributions.Installed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link ShutdownTest}, where the page may be gone before the stream: what is left is the line about it. */
@Tag("distribution-contracts")
@ExtendWith(WhileThereIsTime.class)
class DistributionStopTest {

    static Stream<Installed> installed() {
        return Distributions.families();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("installed")
    void a_server_that_stops_says_how_long_it_had_open_streams(Installed installed) {
        try (installed;
                HttpConnection client = HttpConnection.to(installed.server().application())) {
            ForkedServer server = installed.server();
            client.open("/forever?interval=20&how=async").readEvents(3);
            server.agent().await("the stream", page -> page.sum("sse_streams_active") == 1);
            server.jvm().terminate();
            server.jvm().awaitEnd();
            assertThat(server.jvm().output().lines())
                    .filteredOn(line -> line.contains("open event stream"))
                    .singleElement()
                    .asString()
                    .contains("[sse-agent] INFO " + server.tap() + " stopped under 1 open event stream, ");
        }
    }
}
