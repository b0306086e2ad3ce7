package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** What handlers of Helidon do that others do not. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class HelidonTest extends StreamFacts {

    HelidonTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Matrix.lowestAndNewest(HelidonApp.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/whole", "/sized?events=100", "/blocking?events=500&flush=0", "/blocking?events=1&flush=0"})
    void every_way_to_write_is_counted_once(String address) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, address.split("\\?")[0], () -> received[0] = getOnce(address));

        assertThat(received[0].events().count()).isPositive();
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
    }

    @Test
    void the_route_of_a_service_is_its_template() throws Exception {
        assumeTrue(
                server().toString().startsWith(HelidonApp.NEWEST.title()),
                "versions that tell their handlers the pattern");
        Scrape gained = gainedBy(1, "/shop/orders/{id}/events", () -> getOnce("/shop/orders/jazz/events?events=3"));

        assertThat(gained.sum("sse_events_total")).isEqualTo(3);
        assertThat(metrics().read().mentions("jazz")).isFalse();
    }

    private Received getOnce(String address) {
        try (HttpConnection client = connect()) {
            return client.get(address);
        }
    }
}
