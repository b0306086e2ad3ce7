package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sseagent.instrumentation.testing.Capability;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What frameworks add to their server: the template of a route. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class FrameworkRoutesTest extends StreamFacts {
    private static final String ADDRESS = "/channels/jazz/events?events=1";
    private static final String TEMPLATE = "/channels/{name}/events";
    /** Some answer nobody else. */
    private static final String ASKS = "Accept: text/event-stream";

    private final String tap;
    private final String template;

    FrameworkRoutesTest(ForkedServer server, String tap, String template) {
        super(server);
        this.tap = tap;
        this.template = template;
    }

    static Stream<Arguments> servers() {
        Stream<Arguments> overNetty = Stream.of(
                on(FrameworkApp.MICRONAUT_3, "micronaut", TEMPLATE),
                on(FrameworkApp.MICRONAUT_4, "micronaut", TEMPLATE),
                on(FrameworkApp.KTOR_OLDEST, "ktor", TEMPLATE),
                on(FrameworkApp.KTOR_NEWEST, "ktor", TEMPLATE),
                on(QuarkusApp.OLDEST, "quarkus-rest", TEMPLATE),
                on(QuarkusApp.NEWEST, "quarkus-rest", TEMPLATE));
        Stream<Arguments> overServlets =
                Stream.of(JavalinApp.values()).map(launch -> on(launch, "javalin", launch.template()));
        return Stream.concat(overNetty, overServlets);
    }

    private static Arguments on(Launch launch, String tap, String template) {
        return Arguments.of(ForkedServer.underAgent(launch, Jdk.all().get(0)), tap, template);
    }

    @Test
    void a_stream_is_counted_under_its_template() throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, template, () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get(ADDRESS, ASKS);
            }
        });

        assertThat(received[0].events().count()).isEqualTo(1);
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
        assertThat(metrics().read().mentions("jazz")).isFalse();
    }

    /** The first request on the connection is the one that asks for HTTP/2. */
    @Test
    void over_http2_as_well() throws Exception {
        assumeTrue(server().capabilities().contains(Capability.HTTP2));
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server().application() + ADDRESS))
                .build();
        Scrape gained = gainedBy(2, template, () -> {
            client.send(request, BodyHandlers.discarding());
            client.send(request, BodyHandlers.discarding());
        });

        assertThat(gained.sum("sse_streams_opened_total")).isEqualTo(2);
        assertEnded(gained, "complete");
    }

    @Test
    void what_nothing_is_routed_to_has_no_route_of_its_own() throws Exception {
        assertNoRouteOfItsOwn("/no-such-path");
    }

    @Test
    void streams_at_once_have_a_template_each() throws Exception {
        assertEachUnderItsOwn(Map.of(ADDRESS, template, "/blocking?events=1", "/blocking"));
    }

    @Test
    void the_tap_has_found_the_framework() throws Exception {
        Scrape page = metrics().read();
        assertThat(page.has("sse_agent_tap_info", "tap", tap, "status", "matched"))
                .as(page.toString())
                .isTrue();
    }
}
