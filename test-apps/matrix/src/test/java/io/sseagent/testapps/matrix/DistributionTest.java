package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.RawDialogue;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.testapps.matrix.Distributions.Installed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Maven profile {@code distributions}: servers as their projects distribute them, nothing changed but the port. */
@Tag("distributions")
@ExtendWith(WhileThereIsTime.class)
class DistributionTest {
    private static final int FEW_EVENTS = 5;
    private static final int STARTS = 3;
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    static Stream<Installed> distributions() {
        return Distributions.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("distributions")
    void streams_are_counted_and_come_as_without_the_agent(Installed installed) {
        try (installed) {
            ForkedServer server = installed.server();
            War war = installed.distribution().war();
            EndlessStreams.assertCounted(server, war);
            assertTapsMatch(server);
            assertUnchanged(server, war);
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    @Test
    void a_framework_that_hides_the_bridge_is_left_alone_and_said_to() {
        try (Installed hiding = Distributions.openLiberty("")) {
            EndlessStreams.visit(hiding.server().application(), War.JAKARTA.page());
            Scrape page = hiding.server()
                    .agent()
                    .await("the tap", now -> now.has("sse_agent_tap_info", "tap", "openliberty"));
            assertThat(page.has("sse_agent_tap_info", "tap", "openliberty", "status", "unsupported_loader"))
                    .as(page.toString())
                    .isTrue();
            assertThat(page.has("sse_agent_tap_info", "tap", "openliberty", "status", "matched"))
                    .isFalse();
            assertThat(page.sum("sse_agent_errors_total")).isZero();
        }
    }

    static Stream<Installed> wildFlys() {
        return Distributions.wildFlys();
    }

    /** It does not when somebody makes a log manager before JBoss does, which depends on who is faster. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("wildFlys")
    void wildfly_starts_every_time_with_its_own_log_manager(Installed installed) {
        try (installed) {
            for (int start = 0; start < STARTS; start++) {
                try (ForkedServer server = installed.server().again()) {
                    EndlessStreams.visit(
                            server.application(), installed.distribution().war().page());
                    assertThat(server.agent().read().sum("sse_agent_errors_total"))
                            .isZero();
                    assertThat(server.jvm().output()).doesNotContain("WFLYLOG0078", "Could not load Logmanager");
                    assertThat(server.agentProblems()).isEmpty();
                }
            }
        }
    }

    private static void assertTapsMatch(ForkedServer server) {
        Scrape page = server.agent().read();
        assertThat(page.has(
                        "sse_agent_tap_info",
                        "tap",
                        server.tap(),
                        "library_version",
                        server.libraryVersion(),
                        "status",
                        "matched"))
                .as(page.toString())
                .isTrue();
        assertThat(page.sum("sse_agent_tap_info"))
                .as(page.toString())
                .isEqualTo(page.sum("sse_agent_tap_info", "status", "matched"));
    }

    /** More than once, because some answers of Hystrix are garbled, see {@link EndlessStreams}. */
    private static void assertUnchanged(ForkedServer server, War war) {
        URI alone = server.withoutAgent().application();
        EndlessStreams.visit(alone, war.page());
        Awaitility.await()
                .atMost(DEADLINE)
                .untilAsserted(
                        () -> assertThat(shape(server.application(), war)).isEqualTo(shape(alone, war)));
    }

    /** The head, and the names of all fields of the first events. */
    private static String shape(URI application, War war) {
        try (HttpConnection client = HttpConnection.to(application)) {
            Received received = client.open(war.stream()).readUpTo(FEW_EVENTS);
            Set<String> fields = new String(received.body(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(":", 2)[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            return RawDialogue.comparable(String.join("\n", received.head())) + "\n" + fields;
        }
    }
}
