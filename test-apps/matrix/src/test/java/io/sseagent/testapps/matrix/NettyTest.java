package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What applications do with Netty that have no framework above it. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class NettyTest extends StreamFacts {

    NettyTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return NettyApp.all()
                .map(launch -> ForkedServer.underAgent(launch, Jdk.all().get(0)));
    }

    @Test
    void a_response_that_is_one_message_is_a_stream_from_its_beginning_to_its_end() throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/whole", () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get("/whole");
            }
        });

        assertThat(received[0].events().count()).isEqualTo(2);
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
    }

    @Test
    void a_connection_that_is_closed_for_its_silence_is_not_the_applications_error() throws Exception {
        Scrape gained = gainedBy(1, "/idle", () -> {
            try (HttpConnection client = connect()) {
                assertThat(client.open("/idle?ms=100").readAll().whole()).isFalse();
            }
        });

        assertThat(gained.sum("sse_events_total")).isEqualTo(1);
        assertEnded(gained, "idle_timeout");
    }

    @Test
    void a_write_that_takes_too_long_has_failed() throws Exception {
        Scrape gained = gainedBy(1, "/unflushed", () -> {
            try (HttpConnection client = connect()) {
                assertThat(client.open("/unflushed?ms=100").readAll().whole()).isFalse();
            }
        });

        assertEnded(gained, "write_failed");
    }

    /** The application goes on writing, whatever the channel says of its queue. */
    @Test
    void what_the_socket_does_not_take_is_the_backlog_of_the_server() throws Exception {
        assertBackloggedByServer("/forever", "/forever?interval=10&size=70000");
    }

    /** All are sent before the first is answered. */
    @Test
    void pipelined_requests_keep_their_own_facts() throws Exception {
        Scrape gained = gainedBy(2, "/whole", () -> {
            try (HttpConnection client = connect()) {
                String asking = "X: y\r\n\r\nGET /plain HTTP/1.1\r\nAccept: text/event-stream\r\n\r\n";
                client.open("/whole", asking + "GET /whole HTTP/1.1\r\nLast-Event-ID: 7");
                metrics().await("both streams", page -> page.sum("sse_streams_opened_total", "kind", "resumed") > 0);
            }
        });

        assertThat(gained.sum("sse_events_total")).isEqualTo(4);
        assertThat(gained.sum("sse_streams_opened_total", "kind", "resumed")).isEqualTo(1);
        assertThat(gained.sum("sse_streams_opened_total", "kind", "fresh")).isEqualTo(1);
        assertThat(gained.sum("sse_stream_requests_total", "outcome", "not_event_stream"))
                .isEqualTo(1);
    }
}
