package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Spring MVC adds to a servlet container: route templates, emitters and publishers. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class SpringBootTest extends StreamFacts {

    private final boolean hasFlux;

    SpringBootTest(ForkedServer server) {
        super(server);
        hasFlux = !server.toString().startsWith(SpringApp.MVC_4.title());
    }

    static Stream<ForkedServer> servers() {
        return SpringApp.mvc();
    }

    @ParameterizedTest
    @CsvSource({
        "/emitters/4711?events=50, /emitters/{id}, complete",
        "/emitters/4711?events=3&end=error, /emitters/{id}, app_error",
        "/emitters/4711?events=2&end=timeout&ms=300, /emitters/{id}, async_timeout",
        "/flux/prices?events=20&interval=2, /flux/{topic}, complete",
        "/flux/prices?events=20&interval=2&heartbeats=1, /flux/{topic}, complete",
        "/flux/prices/fail?after=3, /flux/{topic}/fail, app_error"
    })
    void a_stream_is_counted_under_its_template(String address, String template, String reason) throws Exception {
        assumeThat(hasFlux || !address.startsWith("/flux"))
                .as("Spring MVC knows publishers from 5 on")
                .isTrue();
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, template, () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get(address);
            }
        });

        assertThat(received[0].events().count()).isPositive();
        assertCounted(gained, received[0]);
        assertEnded(gained, reason);
        assertThat(metrics().read().mentions("4711")).isFalse();
    }

    @Test
    void an_answer_to_a_post_is_counted_apart() throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/answer", () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.post("/answer?events=6", "?".getBytes(UTF_8), "Content-Type: text/plain");
            }
        });

        assertCounted(gained, received[0]);
        assertThat(gained.sum("sse_events_total", "mode", "answer")).isEqualTo(6);
    }

    @Test
    void a_client_that_leaves_is_no_error_of_the_application() throws Exception {
        Scrape gained = gainedBy(1, "/emitters/{id}/forever", () -> {
            try (HttpConnection client = connect()) {
                client.open("/emitters/4711/forever?interval=10").readEvents(3);
            }
        });

        assertEnded(gained, "client_closed");
        assertThat(gained.sum("sse_sends_after_close_total")).isZero();
    }

    @Test
    void what_is_no_stream_leaves_no_trace() throws Exception {
        Scrape gained = gainedWithoutStream(() -> {
            try (HttpConnection client = connect()) {
                assertThat(client.get("/hello").body()).asString(UTF_8).isEqualTo("hello");
            }
        });

        assertThat(gained.sum("sse_stream_requests_total")).isZero();
        assertThat(metrics().read().has("sse_streams_active", "http_route", "/hello"))
                .isFalse();
    }

    @Test
    void the_tap_has_matched_the_embedded_tomcat() {
        assertThat(metrics()
                        .read()
                        .has(
                                "sse_agent_tap_info",
                                "tap",
                                "tomcat",
                                "library_version",
                                server().libraryVersion(),
                                "status",
                                "matched"))
                .isTrue();
    }
}
