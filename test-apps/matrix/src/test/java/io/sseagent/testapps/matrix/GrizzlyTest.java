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

/** What Grizzly has beside the contract: characters, buffers of every kind, suspended responses. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class GrizzlyTest extends StreamFacts {

    GrizzlyTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return GrizzlyApp.servers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/blocking?events=300&flush=0",
                "/blocking?events=300&via=writer",
                "/blocking?events=300&via=writer&flush=0",
                "/blocking?events=3&size=70000&via=writer&flush=0",
                "/blocking?events=30&size=3000&flush=0",
                "/async?events=300&via=writer",
                "/async?events=100&via=writer&size=9000",
                "/bytes?events=500&size=3000",
                "/closed?events=3"
            })
    void every_way_to_write_is_counted_once(String address) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, address.substring(0, address.indexOf('?')), () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get(address);
            }
        });

        assertThat(received[0].events().count()).isPositive();
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
    }

    @Test
    void what_the_socket_does_not_take_is_the_backlog_of_the_server() throws Exception {
        assertBackloggedByServer("/forever", "/forever?interval=0&size=70000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeout?ms=100", "/timeout?ms=100&close=1"})
    void a_suspended_response_that_nobody_resumes_in_time_is_an_async_timeout(String address) throws Exception {
        Scrape before = metrics().read();
        Scrape gained = gainedBy(1, "/timeout", () -> {
            try (HttpConnection client = connect()) {
                client.open(address).readEvents(1);
                metrics().await("the time-out", page -> page.since(before).sum("sse_streams_closed_total") > 0);
            }
        });

        assertThat(gained.sum("sse_events_total")).isEqualTo(1);
        assertEnded(gained, "async_timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&via=writer", "&how=async", "&how=async&via=writer"})
    void a_client_that_leaves_is_one_in_every_way_to_write(String query) throws Exception {
        Scrape gained = gainedBy(1, "/forever", () -> {
            try (HttpConnection client = connect()) {
                client.open("/forever?interval=10" + query).readEvents(3);
            }
        });

        assertEnded(gained, "client_closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&via=writer", "&how=async"})
    void a_client_that_takes_nothing_is_a_failed_write(String query) throws Exception {
        try (HttpConnection client = connect()) {
            Scrape gained =
                    gainedBy(1, "/forever", () -> client.ask("/forever?interval=0&size=70000&patience=1500" + query));

            assertEnded(gained, "write_failed");
        }
    }
}
