package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Helidon's own sink for events, which writes to the response like any handler since 4.4. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class HelidonSinkTest extends StreamFacts {

    HelidonSinkTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Matrix.jdks(HelidonApp.SINK).map(jdk -> ForkedServer.underAgent(HelidonApp.SINK, jdk));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void what_a_sink_emits_is_what_is_counted(int events) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/sink/{channel}", () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get("/sink/jazz?events=" + events, "Accept: text/event-stream");
            }
        });

        assertThat(received[0].events().count()).isEqualTo(events);
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
    }
}
