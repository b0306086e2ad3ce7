package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.ResponseBody;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Vert.x adds to Netty: routes and mounted routers, responses that are one message, its own ways to end a connection. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class VertxTest extends StreamFacts {

    VertxTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return FrameworkApp.vertx().stream()
                .map(launch -> ForkedServer.underAgent(launch, Jdk.all().get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "/channels/jazz/events?events=3, /channels/:name/events",
        "/shop/orders/jazz/events?events=3, /shop/orders/:id/events",
        "/async?events=20&size=30000, /async",
        "/whole, /whole"
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

    @Test
    void over_http2_as_well() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI address = URI.create(server().application() + "/shop/orders/jazz/events?events=4");
        Scrape gained = gainedBy(
                1,
                "/shop/orders/:id/events",
                () -> client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding()));

        assertThat(gained.sum("sse_events_total")).isEqualTo(4);
        assertThat(gained.sum("sse_streams_opened_total")).isEqualTo(1);
        assertEnded(gained, "complete");
    }

    @Test
    void a_connection_that_is_closed_for_its_silence_is_not_the_applications_error() throws Exception {
        Scrape gained = gainedBy(1, "/idle", () -> {
            try (HttpConnection client = HttpConnection.to(FrameworkApp.impatient((ForkedServer) server()))) {
                assertThat(client.open("/idle").readAll().whole()).isFalse();
            }
        });

        assertThat(gained.sum("sse_events_total")).isEqualTo(1);
        assertEnded(gained, "idle_timeout");
    }

    /** One of two servers of the JVM, while streams of the other go on. Vert.x 3 stops listening when all connections are closed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_ends_because_its_server_stops_says_so(boolean http2) throws Exception {
        assumeFalse(server().toString().startsWith(FrameworkApp.VERTX_3.title()));
        try (ForkedServer own = ((ForkedServer) server()).again()) {
            AgentMetrics metrics = own.agent();
            URI stopping = FrameworkApp.impatient(own);
            HttpConnection other = HttpConnection.to(own.application());
            ResponseBody goesOn = other.open("/forever?interval=20");
            goesOn.readEvents(1);
            // late, because it must not be silent for long
            try (other;
                    HttpConnection client = HttpConnection.to(stopping)) {
                if (http2) {
                    open(stopping, "/forever?interval=20");
                } else {
                    client.open("/forever?interval=20").readEvents(1);
                }
                metrics.await("both streams", page -> page.sum("sse_streams_active") == 2);
                // the answer may get lost when the server stops
                try (Socket stop = new Socket(stopping.getHost(), stopping.getPort())) {
                    stop.getOutputStream().write("GET /stop HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(US_ASCII));
                    Scrape page = metrics.await("the end of one", now -> now.sum("sse_streams_closed_total") == 1);
                    assertThat(page.sum("sse_streams_closed_total", "reason", "shutdown"))
                            .as(page.toString())
                            .isEqualTo(1);
                    assertThat(page.sum("sse_streams_active")).isEqualTo(1);
                }
                goesOn.readEvents(2);
            }
        }
    }

    @Test
    void what_nothing_is_routed_to_has_no_route_of_its_own() throws Exception {
        assertNoRouteOfItsOwn("/no-such-path");
    }

    @Test
    void the_tap_has_found_vertx_web() throws Exception {
        assertThat(metrics().read().has("sse_agent_tap_info", "tap", "vertx-web", "status", "matched"))
                .isTrue();
        assertThat(metrics().read().has("sse_agent_tap_info", "tap", "vertx-web", "status", "unmatched"))
                .isFalse();
    }

    /** A stream over HTTP/2 that nobody reads to its end. */
    private static void open(URI server, String address) {
        HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(server.resolve(address)).build(), BodyHandlers.ofInputStream())
                .join();
    }
}
