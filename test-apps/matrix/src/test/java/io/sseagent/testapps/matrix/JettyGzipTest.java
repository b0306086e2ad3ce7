package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A Jetty up to 11 that compresses event streams: its tap reads them before. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class JettyGzipTest extends StreamFacts {
    private static final int EVENTS = 50;

    JettyGzipTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Jetty.compressing().flatMap(launch -> Matrix.jdks().map(jdk -> ForkedServer.underAgent(launch, jdk)));
    }

    @Test
    void what_jetty_compresses_is_counted_as_the_application_wrote_it() throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/blocking", () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get("/blocking?events=" + EVENTS, "Accept-Encoding: gzip");
            }
        });

        assertThat(received[0].head())
                .anySatisfy(line -> assertThat(line).isEqualToIgnoringCase("Content-Encoding: gzip"));
        byte[] written = new GZIPInputStream(new ByteArrayInputStream(received[0].body())).readAllBytes();
        assertThat(written.length).isGreaterThan(received[0].body().length);
        assertThat(gained.sum("sse_events_total")).isEqualTo(EVENTS);
        assertThat(gained.sum("sse_sent_bytes_total")).isEqualTo(written.length);
        assertEnded(gained, "complete");
    }
}
