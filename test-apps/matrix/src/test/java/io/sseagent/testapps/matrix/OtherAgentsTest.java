package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sseagent.instrumentation.testing.Capability;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.RawDialogue;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside another agent, before it and after it on the command line, both do their work. */
@Tag("other-agents")
@ParameterizedClass(name = "{0}")
@MethodSource("pairs")
class OtherAgentsTest extends StreamFacts {
    private static final Pattern ERROR =
            Pattern.compile("\\b(ERROR|SEVERE)\\b|^(Caused by: )?[\\w.$]+(Exception|Error)\\b");

    /** What the application and its server say of it. */
    private static final Pattern EXPECTED_ERROR =
            Pattern.compile("the application fails|/fail|Error finishing response. Closing connection$");

    /** Without any agent, one for all pairs; they end with the JVM of the tests. */
    private static final Map<Launch, ForkedServer> ALONE = new ConcurrentHashMap<>();

    private final Pair pair;

    OtherAgentsTest(Pair pair) {
        super(pair.server);
        this.pair = pair;
    }

    /** Two agents in one JVM. */
    record Pair(Launch launch, ForkedServer server, OtherAgent other, String order) implements AutoCloseable {
        static Stream<Pair> of(Launch launch, Jdk jdk) {
            Stream<Pair> otherFirst = OtherAgent.all().map(other -> {
                ForkedServer server = ForkedServer.alone(launch, jdk);
                return new Pair(
                        launch,
                        server.with(other.options().toArray(String[]::new)).withAgent(),
                        other,
                        "after");
            });
            Stream<Pair> otherSecond = OtherAgent.all().map(other -> {
                ForkedServer server = ForkedServer.alone(launch, jdk);
                return new Pair(
                        launch, server.withAgent().with(other.options().toArray(String[]::new)), other, "before");
            });
            return Stream.concat(otherFirst, otherSecond);
        }

        @Override
        public void close() {
            server.close();
            other.close();
        }

        @Override
        public String toString() {
            return server + ", " + order + " " + other;
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(Tomcat.of("10.1.59"), SpringApp.WEBFLUX_6)
                .flatMap(launch -> Pair.of(launch, Jdk.all().get(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "/blocking?events=200, complete",
        "/blocking?events=3&size=70000, complete",
        "/async?events=200, complete",
        "/typed, complete",
        "/truncated, truncated",
        "/fail?after=3, app_error"
    })
    void what_a_client_received_is_what_was_counted(String address, String reason) throws Exception {
        Received[] received = new Received[1];
        Scrape gained = gainedBy(1, address.split("\\?")[0], () -> {
            try (HttpConnection client = connect()) {
                received[0] = client.get(address);
            }
        });

        assertThat(received[0].events().count()).isPositive();
        assertCounted(gained, received[0]);
        assertEnded(gained, reason);
    }

    @Test
    void a_client_that_leaves_is_noticed() throws Exception {
        Scrape gained = gainedBy(1, "/forever", () -> {
            try (HttpConnection client = connect()) {
                client.open("/forever?interval=20").readEvents(3);
            }
        });

        assertEnded(gained, "client_closed");
    }

    @Test
    void every_way_to_write_of_a_servlet_is_counted_once() throws Exception {
        assumeTrue(server().capabilities().contains(Capability.NON_BLOCKING));
        for (String address : List.of("/nonblocking?events=300", "/async?events=100&threads=4&via=writer&size=9000")) {
            what_a_client_received_is_what_was_counted(address, "complete");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /blocking?events=3, GET /plain, GET /async?events=4, POST /raw?every=5, GET /typed, GET /no-such-path",
                "GET /blocking?events=3&size=70000, GET /truncated, GET /fail?after=3"
            })
    void every_byte_is_sent_as_without_any_agent(String requests) {
        ForkedServer alone =
                ALONE.computeIfAbsent(pair.launch, launch -> ForkedServer.alone(launch, pair.server.jdk()));
        assertThat(RawDialogue.hold(server().application(), requests))
                .startsWith("HTTP/1.")
                .isEqualTo(RawDialogue.hold(alone.application(), requests));
    }

    @Test
    void the_other_agent_tells_of_requests() throws Exception {
        gainedBy(1, "/typed", () -> {
            try (HttpConnection client = connect()) {
                client.get("/typed");
                client.get("/plain");
            }
        });
        pair.other.awaitReport(route("/plain"));
        if (pair.other.tellsOfStreams(server().tap())) {
            pair.other.awaitReport(route("/typed"));
        }
    }

    @AfterEach
    void nobody_complains() {
        assertThat(pair.server
                        .jvm()
                        .output()
                        .lines()
                        .filter(line -> ERROR.matcher(line).find()))
                .allMatch(line -> EXPECTED_ERROR.matcher(line).find());
    }
}
