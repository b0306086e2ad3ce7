package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.net.URI;
import java.net.URLEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Spring WebFlux adds to Netty: route templates, and objects that become JSON. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class WebFluxTest extends StreamFacts {

    WebFluxTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return SpringApp.webFlux();
    }

    @ParameterizedTest
    @CsvSource({
        "/channels/jazz/events?events=3, /channels/{name}/events",
        "/json-events?events=5, /json-events",
        "/async?events=20&size=30000, /async"
    })
    void a_stream_is_counted_under_its_template(String address, String template) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, template, () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get(address);
            }
        });

        assertThat(received[0].events().count()).isPositive();
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
        assertThat(metrics().read().mentions("jazz")).isFalse();
    }

    /** It is a client of the same events. */
    @Test
    void a_gateway_that_passes_a_stream_on_counts_what_it_sends_and_not_what_it_receives() throws Exception {
        URI source = server().withoutAgent().application().resolve("/async?events=30");
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, "/gateway", () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get("/gateway?to=" + URLEncoder.encode(source.toString(), UTF_8));
            }
        });

        assertThat(received[0].events().count()).isEqualTo(30);
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
    void what_nothing_is_mapped_to_has_no_route_of_its_own() throws Exception {
        assertNoRouteOfItsOwn("/no-such-path");
    }

    @Test
    void the_tap_has_found_spring() throws Exception {
        assertThat(metrics().read().has("sse_agent_tap_info", "tap", "spring-webflux", "status", "matched"))
                .isTrue();
    }
}
