package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What handlers of Undertow do that servlets do not. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class UndertowTest extends StreamFacts {

    UndertowTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return UndertowApp.handlers().stream()
                .map(launch -> ForkedServer.underAgent(launch, Jdk.all().get(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sse?events=200",
                "/sse?events=3&size=70000",
                "/whole",
                "/last",
                "/last?gathered=1",
                "/last?gathered=2"
            })
    void every_way_to_write_is_counted_once(String address) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, address.split("\\?")[0], () -> received[0] = getOnce(address));

        assertThat(received[0].events().count()).isGreaterThan(1);
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
    }

    @Test
    void the_keep_alive_of_the_event_handler_is_a_comment_and_notices_who_left() throws Exception {
        Scrape before = metrics().read();
        Scrape gained = gainedBy(1, "/sse", () -> {
            try (HttpConnection client = connect()) {
                client.open("/sse?events=1&end=0&keepalive=20").readEvents(1);
                metrics().await("comments", now -> now.since(before).sum("sse_comments_total") > 2);
            }
        });

        assertThat(gained.sum("sse_events_total")).isEqualTo(1);
        assertThat(gained.sum("sse_blocks_undispatched_total")).isZero();
        assertEnded(gained, "client_closed");
    }

    @Test
    void the_route_is_the_template_behind_the_path_that_was_resolved() throws Exception {
        Received[] received = new Received[1];
        Scrape gained =
                gainedBy(1, "/shop/orders/{id}/events", () -> received[0] = getOnce("/shop/orders/c0ffee-4711/events"));

        assertCounted(gained, received[0]);
        assertThat(metrics().read().mentions("4711")).isFalse();
    }

    private Received getOnce(String address) {
        try (HttpConnection client = connect()) {
            return client.get(address);
        }
    }
}
