package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What JAX-RS adds to a server: the templates of its resources, whoever writes the events. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class JaxRsTest extends StreamFacts {

    JaxRsTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return JaxRs.servers();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/blocking?events=3                   | /blocking",
                "/orders/jazz/events?events=3         | /orders/{id}/events",
                "/orders/jazz/events?events=3&later=false | /orders/{id}/events",
                "/orders/jazz/stream?events=3         | /orders/{id}/stream",
                "/orders/jazz/resumed?events=3        | /orders/{id}/resumed",
                "/orders/jazz/items/blue/events?events=3 | /orders/{id}/items/{item: [a-z]+}/events"
            })
    void a_stream_is_counted_under_its_template(String address, String template) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, template, () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get(address);
            }
        });

        assertThat(received[0].events().count()).isEqualTo(3);
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
        assertThat(metrics().read().mentions("jazz")).isFalse();
    }

    @Test
    void what_comes_later_on_the_same_connection_has_a_template_of_its_own() throws Exception {
        try (HttpConnection client = connect()) {
            gainedBy(1, "/orders/{id}/stream", () -> client.get("/orders/jazz/stream?events=2"));
            gainedBy(0, "/plain", () -> client.get("/plain"));
            gainedBy(1, "/blocking", () -> client.get("/blocking?events=4"));
        }
    }

    @Test
    void streams_at_once_have_a_template_each() throws Exception {
        assertEachUnderItsOwn(Map.of(
                "/blocking?events=1", "/blocking",
                "/orders/jazz/events?events=1", "/orders/{id}/events",
                "/orders/jazz/resumed?events=1", "/orders/{id}/resumed"));
    }

    @Test
    void what_no_resource_matches_has_no_route_of_its_own() throws Exception {
        Scrape gained = gainedWithoutStream(() -> {
            try (HttpConnection client = connect()) {
                assertThat(client.get("/orders/jazz/none", "Accept: text/event-stream")
                                .status())
                        .isEqualTo(404);
            }
        });

        assertThat(gained.sum("sse_stream_requests_total", "outcome", "client_error"))
                .isEqualTo(1);
        assertThat(metrics().read().mentions("jazz")).isFalse();
    }

    @Test
    void the_tap_has_found_the_implementation() throws Exception {
        String tap = Stream.of(JaxRs.values())
                .filter(launch -> server().toString().startsWith(launch.title()))
                .findFirst()
                .orElseThrow()
                .framework();
        assertThat(metrics().read().has("sse_agent_tap_info", "tap", tap, "status", "matched"))
                .isTrue();
        assertThat(metrics().read().has("sse_agent_tap_info", "tap", tap, "status", "unmatched"))
                .isFalse();
    }
}
