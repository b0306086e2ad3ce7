package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Core handlers of Jetty 12 whose connections may be idle for a second. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class JettyCoreEndTest extends StreamFacts {
    private static final int IDLE_MILLIS = 1000;

    private HttpConnection client;

    JettyCoreEndTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Matrix.onNewestJdk(JettyCore.impatientHandlers(IDLE_MILLIS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forever?interval=0&size=70000", "/async?events=99999&size=70000"})
    void a_client_that_never_reads_is_a_failed_write(String address) throws Exception {
        Scrape gained = gainedBy(1, path(address), () -> client().ask(address));

        assertEnded(gained, "write_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/async?events=2&interval=3000", "/blocking?events=2&interval=3000"})
    void a_stream_that_is_silent_for_too_long_ends_by_an_idle_timeout(String address) throws Exception {
        Scrape gained = gainedBy(1, path(address), () -> client().open(address).readEvents(1));

        assertEnded(gained, "idle_timeout");
        // the write that finds it out has been counted by then
        assertThat(gained.sum("sse_events_total")).isBetween(1.0, 2.0);
    }

    /** Late, because it must not be silent for long itself, and it stays until the fact is known. */
    private HttpConnection client() {
        client = connect();
        return client;
    }

    private static String path(String address) {
        return address.substring(0, address.indexOf('?'));
    }

    @AfterEach
    void the_client_leaves() {
        client.close();
    }
}
