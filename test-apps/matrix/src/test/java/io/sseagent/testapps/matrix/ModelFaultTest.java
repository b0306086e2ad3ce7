package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.testapps.matrix.faults.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands behind the hooks throws in turn: the bridge, the model, its clock, its listeners and what finds the route. */
class ModelFaultTest {
    private static final Jdk JDK = Jdk.all().get(0);
    private static final Launch LAUNCH = TestApp.JDK_HTTPSERVER;
    /** Fewer than switch off a hook, whichever hook it is that comes by. */
    private static final int PLACES_PER_JVM = 7;

    private static final List<String> PLACES = List.of(
            "io.sseagent.bootstrap.SseStreams#isActive",
            "io.sseagent.bootstrap.SseStreams#isEventStream",
            "io.sseagent.bootstrap.SseStreams#asksForEventStream",
            "io.sseagent.bootstrap.SseStreams#opened",
            "io.sseagent.bootstrap.SseStreams#refused",
            "io.sseagent.bootstrap.SseStreams#of",
            "io.sseagent.bootstrap.SseStreams#keep",
            "io.sseagent.bootstrap.SseStreams#requestStarted",
            "io.sseagent.bootstrap.SseStreams#elapsedNanos",
            "io.sseagent.bootstrap.StreamRequest#line",
            "io.sseagent.core.stream.StreamModel#opened",
            "io.sseagent.core.stream.StreamModel#refused",
            "io.sseagent.core.stream.StreamModel#closed",
            "io.sseagent.core.stream.LiveStream#wrote",
            "io.sseagent.core.stream.LiveStream#flushed",
            "io.sseagent.core.stream.LiveStream#failed",
            "io.sseagent.core.stream.LiveStream#evidence",
            "io.sseagent.core.stream.LiveStream#close",
            "io.sseagent.core.stream.LiveStream#onEvent",
            "io.sseagent.core.stream.Endpoint#opened",
            "io.sseagent.core.stream.Endpoint#closed",
            "io.sseagent.core.stream.ReconnectTracker#opened",
            "io.sseagent.core.stream.ReconnectTracker#closed",
            "io.sseagent.core.stream.ClientKeys#of",
            "io.sseagent.core.stream.Clock$1#nanos",
            "io.sseagent.core.route.MatchedRoute#of",
            "io.sseagent.core.route.RouteTable#admit",
            "io.sseagent.core.parser.EventStreamParser#feed");

    private static Map<String, String> expected;

    @BeforeAll
    static void without_the_agent() {
        try (ForkedServer alone = ForkedServer.alone(LAUNCH, JDK)) {
            alone.application();
            expected = new Traffic(alone).responses();
        }
    }

    static List<List<String>> places() {
        List<List<String>> groups = new ArrayList<>();
        for (int from = 0; from < PLACES.size(); from += PLACES_PER_JVM) {
            groups.add(PLACES.subList(from, Math.min(from + PLACES_PER_JVM, PLACES.size())));
        }
        return groups;
    }

    @ParameterizedTest(name = "JVM {index}")
    @MethodSource("places")
    void what_throws_behind_a_hook_is_counted_and_changes_no_answer(List<String> places) throws IOException {
        try (ForkedServer server =
                ForkedServer.underAgent(LAUNCH, JDK).with(FaultInjector.option(String.join(",", places)))) {
            AgentMetrics metrics = server.agent();
            try (FaultInjector injector = FaultInjector.of(server)) {
                Traffic traffic = new Traffic(server);
                assertThat(traffic.responses()).isEqualTo(expected);
                int turn = PLACES.indexOf(places.get(0));
                for (String place : places) {
                    Fault fault = Fault.values()[turn % Fault.values().length];
                    turn++;
                    Scrape before = metrics.read();
                    injector.arm(place, fault, 1);
                    assertThat(traffic.responses())
                            .as("%s throws %s", place, fault)
                            .isEqualTo(expected);
                    metrics.await(
                            "the failure at " + place,
                            page -> page.since(before).sum("sse_agent_errors_total") == 1);
                    assertThat(injector.place(place).thrown()).as(place).isEqualTo(1);
                }
                Scrape before = metrics.read();
                assertThat(traffic.responses()).isEqualTo(expected);
                Scrape gained = metrics.read().since(before);
                assertThat(gained.sum("sse_agent_errors_total")).isZero();
                assertThat(gained.sum("sse_events_total")).isPositive();
                assertThat(metrics.read().sum("sse_agent_tap_info", "tap", LAUNCH.tap(), "status", "matched"))
                        .isEqualTo(1);
            }
            assertThat(server.agentProblems())
                    // the clock may have thrown for the agent's own thread
                    .allMatch(line -> line.contains("WARN a hook failed, the application saw nothing of it: ")
                            || line.contains("WARN housekeeping failed and goes on: model: "))
                    .doesNotHaveDuplicates();
            assertThat(server.jvm().output()).doesNotContain("[faults] failed", "\tat io.sseagent.");
        }
    }
}
