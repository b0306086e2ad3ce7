package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a tap must do, whatever the server: each fact drives a real application by a plain socket and compares what the client
 * received with what the agent counted. The routes are those of the applications in {@code test-apps}.
 */
public abstract class SseServerContract extends Http2Facts {
    private static final String EVERYTHING = "\uFEFFdata: one\r\n\r\n" // a byte order mark and CRLF
            + ": comment\r\r" // a lone CR ends a line as well
            + "event: typed\ndata: first\ndata: second\n\n"
            + "id: 1\n\nretry: 2500\r\n\r\n" // two blocks without data
            + "data: with \0 NUL\n\n"
            + "data\n\n" // empty, and dispatched all the same
            + "data: \u00e4\u20ac\ud83d\ude00\r\r"
            + "data: cut of";

    protected SseServerContract(ServerUnderTest server) {
        super(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/blocking?events=200",
                "/blocking?events=3&size=70000",
                "/async?events=200",
                "/async?events=3&size=70000",
                "/blocking?events=0"
            })
    void what_a_client_received_is_what_was_counted(String address) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, path(address), () -> received[0] = getOnce(address));

        assertThat(received[0].whole()).isTrue();
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void a_stream_makes_the_same_events_however_it_is_cut(int every) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/raw", () -> received[0] = postOnce("/raw?every=" + every, EVERYTHING));

        assertThat(new String(received[0].body(), UTF_8)).isEqualTo(EVERYTHING);
        assertThat(received[0].events()).isEqualTo(new ReceivedEvents(Map.of("message", 4, "typed", 1), 1, 2, 1));
        assertCounted(gained, received[0]);
        assertThat(gained.sum("sse_events_total", "event", "typed")).isEqualTo(1);
        assertEnded(gained, "truncated");
    }

    @Test
    void an_event_of_five_megabytes_is_one_event() throws Exception {
        Received[] received = new Received[1];
        Scrape gained =
                gainedBy(1, "/raw", () -> received[0] = postOnce("/raw", "data: " + "x".repeat(5 << 20) + "\n\n"));

        assertThat(received[0].events().count()).isEqualTo(1);
        assertCounted(gained, received[0]);
    }

    @Test
    void events_carry_their_type() throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/typed", () -> received[0] = getOnce("/typed?types=price,alert,price&retry=3000"));

        assertCounted(gained, received[0]);
        received[0]
                .events()
                .byType()
                .forEach((type, count) -> assertThat(gained.sum("sse_events_total", "event", type))
                        .as(type)
                        .isEqualTo(count.intValue()));
        assertThat(gained.sum("sse_events_total", "event", "message")).isZero();
        assertThat(metrics().read().sum("sse_retry_advised_seconds", "http_route", route("/typed")))
                .isEqualTo(3);
    }

    @Test
    void responses_that_share_a_connection_are_told_apart() throws Exception {
        Received[] streams = new Received[2];
        Scrape gained = gainedBy(2, "/blocking", () -> {
            try (HttpConnection client = connect()) {
                streams[0] = client.get("/blocking?events=3");
                for (int i = 0; i < 20; i++) {
                    assertThat(client.get("/plain").body()).asString(UTF_8).isEqualTo("hello\n");
                }
                streams[1] = client.get("/blocking?events=5");
                assertThat(client.get("/plain").body()).asString(UTF_8).isEqualTo("hello\n");
            }
        });

        assertCounted(gained, streams);
        assertEnded(gained, "complete");
    }

    @Test
    void what_is_no_event_stream_leaves_no_trace() throws Exception {
        long routes = metrics().read().count("sse_streams_active");
        Scrape gained = gainedWithoutStream(() -> {
            for (String type : new String[] {"text/plain", "application/json", "text/event-streams", "text/event"}) {
                assertThat(postOnce("/raw?type=" + type, "data: none\n\n").status())
                        .isEqualTo(200);
            }
            getOnce("/plain", "Accept: text/html");
            try (HttpConnection client = connect()) {
                client.send("HEAD", "/blocking", new byte[0]);
            }
        });

        assertThat(gained.sum("sse_stream_requests_total")).isZero();
        assertThat(metrics().read().count("sse_streams_active")).isEqualTo(routes);
    }

    @Test
    void an_event_stream_asked_for_and_not_given_is_a_refusal() throws Exception {
        Scrape gained = gainedWithoutStream(() -> getOnce("/plain?refused=1", "Accept: text/event-stream"));

        assertThat(gained.sum("sse_stream_requests_total", "outcome", "not_event_stream"))
                .isEqualTo(1);
        assertThat(gained.sum("sse_stream_requests_total")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"/blocking?events=2, complete", "/fail?after=3, app_error", "/truncated?events=2, truncated"})
    void the_reason_of_an_end_is_its_cause(String address, String reason) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, path(address), () -> received[0] = getOnce(address));

        assertCounted(gained, received[0]);
        assertEnded(gained, reason);
    }

    /** The first write after the client has left succeeds; further ones may, until the client's reset arrives. */
    @Test
    void a_client_that_leaves_is_noticed_at_a_later_write() throws Exception {
        int[] received = new int[1];
        Scrape gained = gainedBy(1, "/forever", () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.open("/forever?interval=20")
                        .readEvents(3)
                        .events()
                        .count();
            }
        });

        assertEnded(gained, "client_closed");
        assertThat(gained.sum("sse_events_total")).isBetween((double) received[0], received[0] + 100.0);
        assertThat(gained.sum("sse_idle_at_close_seconds_count", "closed_by", "client"))
                .isEqualTo(1);
    }

    /** Some servers go on, others take that for a departure: its stream is open as long as it is served. */
    @Test
    void a_client_that_ends_its_own_side_only_is_there_as_long_as_it_is_served() throws Exception {
        int[] received = new int[1];
        Scrape gained = gainedBy(1, "/forever", () -> {
            Scrape before = metrics().read();
            try (HttpConnection client = connect()) {
                ResponseBody stream = client.open("/forever?interval=20");
                stream.readEvents(1);
                client.endOutput();
                received[0] = stream.readUpTo(20).events().count();
                if (received[0] >= 20) {
                    assertThat(metrics().read().since(before).sum("sse_streams_active"))
                            .isEqualTo(1);
                }
            }
        });

        assertEnded(gained, "client_closed");
        assertThat(gained.sum("sse_events_total")).isGreaterThanOrEqualTo(received[0]);
    }

    @Test
    void a_stream_is_active_from_its_opening_to_its_end() throws Exception {
        gainedBy(2, "/forever", () -> {
            Scrape before = metrics().read();
            try (HttpConnection one = connect();
                    HttpConnection other = connect()) {
                one.open("/forever?interval=20").readEvents(1);
                other.open("/forever?interval=20").readEvents(1);
                Scrape gained = metrics().read().since(before);
                assertThat(gained.sum("sse_streams_active", "server", server().tap(), "http_version", "1.1"))
                        .isEqualTo(2);
                assertThat(gained.sum("sse_streams_opened_total", "kind", "fresh"))
                        .isEqualTo(2);
                assertThat(gained.sum("sse_streams_closed_total")).isZero();
                assertThat(gained.sum("sse_agent_streams_tracked")).isEqualTo(2);
                assertFoundInTheKernel("/forever");
            }
        });
    }

    @Test
    void a_stream_is_established_once_and_has_one_first_event() throws Exception {
        Scrape gained = gainedBy(1, "/blocking", () -> getOnce("/blocking?events=5&interval=20"));

        assertThat(gained.sum("sse_stream_establish_seconds_count")).isEqualTo(1);
        assertThat(gained.sum("sse_first_event_seconds_count")).isEqualTo(1);
        double establish = gained.sum("sse_stream_establish_seconds_sum");
        double duration = gained.sum("sse_stream_duration_seconds_sum");
        assertThat(establish).isBetween(0.0, 5.0);
        double first = gained.sum("sse_first_event_seconds_sum");
        // servers that keep the start in milliseconds may round it up
        assertThat(first).isBetween(establish - 0.001, establish + duration);
        assertThat(duration).isGreaterThan(0.08);
        assertThat(gained.sum("sse_event_gap_seconds_count", "kind", "data")).isEqualTo(4);
        // where a timer of its own makes the events, a first one that is late is closer to the second
        assertThat(gained.sum("sse_event_gap_seconds_sum", "kind", "data")).isBetween(0.08 - first, duration);
    }

    @Test
    void a_last_event_id_makes_a_resumed_stream_and_a_strong_reconnect() throws Exception {
        Scrape gained = gainedBy(1, "/typed", () -> getOnce("/typed?types=a", "Last-Event-ID: 41"));

        assertThat(gained.sum("sse_streams_opened_total", "kind", "resumed")).isEqualTo(1);
        assertThat(gained.sum("sse_reconnects_total", "outcome", "success")).isEqualTo(1);
        assertThat(gained.sum("sse_reconnect_seconds_count", "match", "weak")).isZero();
    }

    @Test
    void a_client_that_comes_back_is_recognised_and_another_is_not() throws Exception {
        String client = "User-Agent: comes-back-" + System.nanoTime();
        gainedBy(1, "/blocking", () -> getOnce("/blocking?events=1", client));
        Scrape again = gainedBy(1, "/blocking", () -> getOnce("/blocking?events=1", client));
        Scrape other = gainedBy(1, "/blocking", () -> getOnce("/blocking?events=1"));

        assertThat(again.sum("sse_reconnects_total", "outcome", "success")).isEqualTo(1);
        assertThat(again.sum("sse_reconnect_seconds_count", "match", "weak")).isEqualTo(1);
        assertThat(again.sum("sse_streams_opened_total", "kind", "fresh")).isEqualTo(1);
        assertThat(other.sum("sse_reconnects_total", "outcome", "success")).isZero();
    }

    @Test
    void the_answer_to_a_post_is_no_subscription() throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/answer", () -> received[0] = postOnce("/answer?events=7", "{\"prompt\":\"?\"}"));

        assertCounted(gained, received[0]);
        assertThat(gained.sum("sse_events_total", "mode", "answer")).isEqualTo(7);
        assertThat(gained.sum("sse_streams_opened_total", "mode", "answer")).isEqualTo(1);
        assertThat(gained.sum("sse_streams_opened_total", "mode", "subscription"))
                .isZero();
    }

    @Test
    void the_tap_has_matched_the_version_that_runs() throws Exception {
        getOnce("/plain");
        Scrape page = metrics().read();

        assertThat(page.has(
                        "sse_agent_tap_info",
                        "tap",
                        server().tap(),
                        "library_version",
                        server().libraryVersion(),
                        "status",
                        "matched"))
                .as(page.toString())
                .isTrue();
        assertThat(page.has("sse_agent_tap_info", "tap", server().tap(), "status", "unmatched"))
                .isFalse();
    }

    /** The path of an address without its query. */
    protected static String path(String address) {
        return address.split("\\?")[0];
    }

    /** A whole response on a connection of its own. */
    protected final Received getOnce(String address, String... headers) {
        try (HttpConnection client = connect()) {
            return client.get(address, headers);
        }
    }

    /** As {@link #getOnce} for a POST. */
    protected final Received postOnce(String address, String body) {
        try (HttpConnection client = connect()) {
            return client.post(address, body.getBytes(UTF_8), "Content-Type: application/octet-stream");
        }
    }
}
