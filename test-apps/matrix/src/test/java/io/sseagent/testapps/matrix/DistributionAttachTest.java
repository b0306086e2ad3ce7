package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.ResponseBody;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.testapps.matrix.Distributions.Installed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link AttachTest}, to servers as they are distributed. */
@Tag("distribution-contracts")
@ExtendWith(WhileThereIsTime.class)
class DistributionAttachTest {
    private final AttachTest attach = new AttachTest();

    static Stream<Installed> prepared() {
        return Distributions.prepared();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prepared")
    void open_streams_are_picked_up_and_nothing_is_invented(Installed installed) {
        try (installed) {
            attach.open_streams_are_picked_up_and_nothing_is_invented(installed.server());
        }
    }

    static Stream<Installed> unprepared() {
        return Distributions.unprepared();
    }

    /** What their modules or bundles see is settled when they start. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("unprepared")
    @SuppressWarnings("try") // the client stays while the agent comes
    void a_server_that_hides_the_bridge_is_left_alone_and_said_to(Installed installed) {
        try (installed;
                HttpConnection early = HttpConnection.to(installed.server().application())) {
            ForkedServer server = installed.server();
            ResponseBody open = early.open(War.JAKARTA.stream());
            int before = open.readEvents(3).events().count();
            AttachTest.attach(server);
            Scrape page = new AgentMetrics(server.metrics())
                    .await("the tap", now -> now.has("sse_agent_tap_info", "tap", server.tap()));
            assertThat(page.has("sse_agent_tap_info", "tap", server.tap(), "status", "unsupported_loader"))
                    .as(page.toString())
                    .isTrue();
            assertThat(page.has("sse_agent_tap_info", "tap", server.tap(), "status", "matched"))
                    .isFalse();
            open.readEvents(before + 5);
            assertThat(page.sum("sse_agent_errors_total")).isZero();
        }
    }
}
