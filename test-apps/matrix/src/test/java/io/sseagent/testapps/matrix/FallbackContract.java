package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.ServerUnderTest;
import io.sseagent.instrumentation.testing.SseServerContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fallback for unknown servlet containers owes beyond what every tap does. */
abstract class FallbackContract extends SseServerContract {

    FallbackContract(ServerUnderTest server) {
        super(server);
    }

    @BeforeEach
    void the_fallback_wakes_when_no_container_is_known() {
        metrics()
                .await(
                        "the fallback",
                        page -> page.has("sse_agent_tap_info", "tap", server().tap(), "status", "matched"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/blocking?events=300&flush=0",
                "/blocking?events=300&via=writer",
                "/blocking?events=300&via=writer&flush=0",
                "/blocking?events=3&size=70000&via=writer&flush=0",
                "/async?events=300&via=writer",
                "/heartbeat?beats=30&every=10&interval=1",
                "/late-charset?how=encoding",
                "/late-charset?how=type",
                "/late-charset?how=header"
            })
    void every_way_to_write_is_counted_once(String address) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, path(address), () -> received[0] = getOnce(address));

        assertThat(received[0].whole()).isTrue();
        assertCounted(gained, received[0]);
        assertEnded(gained, "complete");
    }
}
