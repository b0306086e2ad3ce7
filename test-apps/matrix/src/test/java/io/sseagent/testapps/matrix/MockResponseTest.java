package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fallback for unknown servlet containers on a response that no container has made. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class MockResponseTest extends StreamFacts {

    MockResponseTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Stream.of(ForkedServer.underAgent(TestApp.MOCKS, Jdk.all().get(0)));
    }

    @BeforeEach
    void the_fallback_wakes_beside_a_server_that_runs_no_servlets() {
        metrics()
                .await(
                        "the fallback",
                        page -> page.has("sse_agent_tap_info", "tap", "servlet-jakarta", "status", "matched"));
    }

    @ParameterizedTest
    @CsvSource({"/mock, 27", "/mock?writer, 27", "/mock?println, 51"})
    void what_a_servlet_writes_to_a_mock_is_counted_once(String address, int bytes) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/mock", () -> received[0] = get(address));

        assertThat(received[0].body()).hasSize(bytes);
        assertThat(gained.sum("sse_events_total")).isEqualTo(3);
        assertThat(gained.sum("sse_sent_bytes_total")).isEqualTo(bytes);
        assertThat(gained.sum("sse_streams_opened_total")).isEqualTo(1);
        assertEnded(gained, "complete");
    }

    @Test
    void a_servlet_inside_of_a_server_that_has_a_tap_is_counted_by_that_alone() throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/inside", () -> received[0] = get("/inside"));

        assertCounted(gained, received[0]);
        assertThat(gained.sum("sse_streams_opened_total")).isEqualTo(1);
        assertThat(metrics().read().sum("sse_streams_active", "server", "jdk-httpserver", "http_route", "/inside"))
                .isZero();
    }

    private Received get(String address) {
        try (HttpConnection client = connect()) {
            return client.get(address);
        }
    }
}
