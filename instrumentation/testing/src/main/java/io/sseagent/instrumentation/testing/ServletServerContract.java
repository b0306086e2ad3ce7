package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tap of a servlet container must do besides: driven through the WAR applications. */
public abstract class ServletServerContract extends SseServerContract {

    protected ServletServerContract(ServerUnderTest server) {
        super(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/blocking?events=300&flush=0",
                "/blocking?events=300&via=writer",
                "/blocking?events=300&via=writer&flush=0",
                "/blocking?events=3&size=70000&via=writer&flush=0",
                "/async?events=300&via=writer",
                "/async?events=300&threads=4",
                "/async?events=100&threads=4&via=writer&size=9000",
                "/heartbeat?beats=30&every=10&interval=1",
                "/big?mb=5"
            })
    void every_way_to_write_is_counted_once(String address) throws Exception {
        what_a_client_received_is_what_was_counted(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /blocking?events=500&flush=0&via=writer",
                "GET /blocking?events=3&size=70000&via=writer",
                "GET /async?events=40&threads=4&via=writer&size=9000",
                "GET /nonblocking?events=40",
                "GET /nonblocking?events=10&size=70000&flush=0",
                "GET /heartbeat?beats=5&interval=0, GET /late-charset?how=encoding, GET /late-charset?how=header",
                "GET /timeout?ms=100",
                "GET /timeout?ms=100&listener=1, GET /plain",
                "GET /fail?after=3&how=async",
                "GET /json, GET /json?answer=204, GET /json?answer=404, GET /json?answer=500, GET /silent?ms=10",
                "GET /orders/4711/events?events=2, GET /orders/none, POST /blocking, GET /big?mb=1",
                "GET /raw?base64=77u_ZGF0YTogYQ0NOiBiDQoNCg&cuts=1,2,9,11,15"
            })
    void every_byte_a_servlet_sends_is_sent_as_without_the_agent(String requests) {
        assumeTrue(canServe(requests));
        every_byte_is_sent_as_without_the_agent(requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoding", "type", "header"})
    void a_content_type_counts_however_it_is_spelled_and_set(String how) throws Exception {
        what_a_client_received_is_what_was_counted("/late-charset?how=" + how);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events=300", "events=300&flush=0", "events=40&size=70000"})
    void non_blocking_writes_are_counted_once(String query) throws Exception {
        assumeTrue(server().capabilities().contains(Capability.NON_BLOCKING));
        what_a_client_received_is_what_was_counted("/nonblocking?" + query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeout?ms=200&listener=0", "/timeout?ms=200&listener=1"})
    void an_async_timeout_is_one_whoever_completes_it(String address) throws Exception {
        assumeTrue(canServe(address));
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/timeout", () -> received[0] = getOnce(address));

        assertThat(gained.sum("sse_events_total")).isEqualTo(1);
        assertThat(received[0].events().count()).isEqualTo(1);
        assertEnded(gained, "async_timeout");
    }

    private boolean canServe(String requests) {
        return !requests.contains("/timeout?")
                || requests.contains("listener=1")
                || server().capabilities().contains(Capability.ENDS_TIMED_OUT_RESPONSE);
    }

    @Test
    void what_the_application_compresses_is_counted_in_bytes_and_not_in_events() throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/zipped", () -> received[0] = getOnce("/zipped?events=20"));

        byte[] zipped = received[0].body();
        byte[] written = new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
        assertThat(new String(written, UTF_8)).endsWith("id: 20\ndata: 20" + ".".repeat(30) + "\n\n");
        assertThat(gained.sum("sse_events_total")).isZero();
        assertThat(gained.sum("sse_sent_bytes_total")).isEqualTo(zipped.length);
        assertEnded(gained, "complete");
    }

    @Test
    void an_exception_in_an_async_dispatch_is_the_applications() throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/fail", () -> received[0] = getOnce("/fail?after=3&how=async"));

        assertCounted(gained, received[0]);
        assertEnded(gained, "app_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"how=async", "how=async&via=writer", "how=blocking&via=writer", "how=blocking&size=20000"})
    void a_client_that_leaves_is_noticed_in_every_way_to_write(String query) throws Exception {
        Scrape gained = gainedBy(1, "/forever", () -> {
            try (HttpConnection client = connect()) {
                client.open("/forever?interval=10&" + query).readEvents(3);
            }
        });

        assertEnded(gained, "client_closed");
        // Tomcat 7 tries a few times more, by itself, to write what it still holds (2 seen)
        assertThat(gained.sum("sse_sends_after_close_total")).isBetween(0.0, 4.0);
    }

    @Test
    void gaps_are_no_shorter_than_the_sleeps_of_the_thread_that_writes() throws Exception {
        Scrape gained = gainedBy(1, "/blocking", () -> getOnce("/blocking?events=5&interval=20"));

        assertThat(gained.sum("sse_event_gap_seconds_count", "kind", "data")).isEqualTo(4);
        assertThat(gained.sum("sse_event_gap_seconds_sum", "kind", "data"))
                .isBetween(0.08, gained.sum("sse_stream_duration_seconds_sum"));
    }

    @Test
    void silence_before_the_first_event_is_not_time_to_establish() throws Exception {
        gainedBy(1, "/silent", () -> getOnce("/silent?ms=0"));
        Scrape gained = gainedBy(1, "/silent", () -> getOnce("/silent?ms=600"));

        assertThat(gained.sum("sse_first_event_seconds_sum")).isBetween(0.6, 5.0);
        assertThat(gained.sum("sse_stream_establish_seconds_sum")).isBetween(0.0, 0.5);
    }

    @Test
    void the_route_is_the_servlets_mapping_and_no_label_holds_an_id() throws Exception {
        Received[] received = new Received[2];
        Scrape gained = gainedBy(2, "/orders/*", () -> {
            received[0] = getOnce("/orders/4711/events?events=2");
            received[1] = getOnce("/orders/c0ffee-4712/events?events=3");
        });

        assertCounted(gained, received);
        assertThat(metrics().read().mentions("471")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/json?answer=json, /json, not_event_stream",
        "/json?answer=204, /json, no_content",
        "/json?answer=404, /json, client_error",
        "/json?answer=500, /json, server_error",
        "/orders/none, /orders/*, client_error",
        "/no-such-path, _other_, client_error"
    })
    void a_request_for_a_stream_has_an_outcome(String address, String route, String outcome) throws Exception {
        String label = route.equals("_other_") ? route : route(route);
        Scrape asked = gainedWithoutStream(() -> getOnce(address, "Accept: text/event-stream"));
        Scrape unasked = gainedWithoutStream(() -> getOnce(address, "Accept: */*"));

        assertThat(asked.sum("sse_stream_requests_total", "http_route", label, "outcome", outcome))
                .as(asked.toString())
                .isEqualTo(1);
        assertThat(asked.sum("sse_stream_requests_total")).isEqualTo(1);
        assertThat(unasked.sum("sse_stream_requests_total")).isZero();
    }
}
