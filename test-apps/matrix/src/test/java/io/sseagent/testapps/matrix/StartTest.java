package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.Capability;
import io.sseagent.instrumentation.testing.Http2Dialogue;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent adds to a server's start, in classes, since times depend on the machine; and the start that leaves it alone. */
class StartTest {
    private static final int MOST_CLASSES = 650;
    private static final int MOST_BYTES = 8 << 20;
    private static final Pattern ARMED = Pattern.compile("\\[sse-agent] INFO armed after the boot");

    static Stream<Jdk> jdks() {
        return Jdk.all().stream();
    }

    static Stream<ForkedServer> others() {
        return jdks().flatMap(
                        jdk -> Stream.concat(Stream.of(TestApp.JDK_HTTPSERVER, SpringApp.WEBFLUX_6), NettyApp.all())
                                .map(launch -> ForkedServer.underAgent(launch, jdk)));
    }

    static Stream<ForkedServer> deferred() {
        return jdks().flatMap(jdk -> Stream.of(Tomcat.of("10.1.59"), TestApp.JDK_HTTPSERVER)
                .map(launch -> ForkedServer.underAgent(launch, jdk, "arming=deferred")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void few_classes_are_loaded_for_the_agent(Jdk jdk) throws IOException {
        Launch tomcat = Tomcat.of("10.1.59");
        Set<String> alone = loaded(ForkedServer.alone(tomcat, jdk));
        Set<String> with = loaded(ForkedServer.underAgent(tomcat, jdk));

        assertThat(with.size() - alone.size())
                .as("classes loaded for the agent")
                .isPositive()
                .isLessThanOrEqualTo(MOST_CLASSES);
        assertThat(with.contains("io.sseagent.tooling.MethodInliner")).isTrue();
        assertWovenWithoutByteBuddysAdvice(with);
        assertThat(Files.size(Path.of(ForkedServer.AGENT_JAR))).isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void other_servers_are_woven_without_byte_buddys_advice_too(ForkedServer server) throws IOException {
        Set<String> with = loaded(server);

        assertThat(with.contains("io.sseagent.tooling.MethodInliner")).isTrue();
        assertWovenWithoutByteBuddysAdvice(with);
    }

    /** It is there for the forms that our inliner does not know; a tap that needs it would cost every start 500 classes. */
    private static void assertWovenWithoutByteBuddysAdvice(Set<String> loaded) {
        assertThat(loaded.stream()
                        .filter(name -> name.startsWith("io.sseagent.shaded.bytebuddy.")
                                && !name.startsWith("io.sseagent.shaded.bytebuddy.jar.asm.")
                                && !name.startsWith("io.sseagent.shaded.bytebuddy.dynamic.ClassFileLocator")))
                .isEmpty();
    }

    /** All classes that a server has loaded when it has answered a stream in each version of HTTP that it has. */
    private static Set<String> loaded(ForkedServer server) throws IOException {
        Path log = ForkedJvm.folder("loaded").resolve("classes.txt");
        try (ForkedServer logging = server.with("-Xlog:class+load:file=" + log + ":none:filecount=0")) {
            try (HttpConnection client = HttpConnection.to(logging.application())) {
                assertThat(client.get("/blocking?events=7").events().count()).isEqualTo(7);
            }
            if (logging.capabilities().contains(Capability.HTTP2)) {
                assertThat(Http2Dialogue.get(logging.application(), "/blocking?events=7"))
                        .isNotEmpty();
            }
        }
        try (Stream<String> lines = Files.lines(log)) {
            // a hidden class has another name in each run
            return lines.map(line -> line.split(" ")[0])
                    .filter(name -> !name.contains("/0x"))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deferred")
    void deferred_taps_are_armed_after_the_boot_and_pick_up_what_is_open(ForkedServer server) {
        try (server;
                HttpConnection early = HttpConnection.to(server.application())) {
            String route = server.application().getPath() + "/forever";
            early.open("/forever?interval=20").readEvents(3);
            server.jvm().awaitOutput(ARMED);
            AgentMetrics metrics = new AgentMetrics(server.metrics());

            Scrape pickedUp =
                    metrics.await("the open stream", page -> page.sum("sse_events_total", "http_route", route) >= 5);
            assertThat(pickedUp.sum("sse_streams_opened_total", "kind", "attached"))
                    .isEqualTo(1);
            assertThat(pickedUp.sum("sse_streams_opened_total")).isEqualTo(1);

            try (HttpConnection late = HttpConnection.to(server.application())) {
                assertThat(late.get("/blocking?events=7").events().count()).isEqualTo(7);
            }
            Scrape closed = metrics.await(
                    "the end of a new stream", page -> page.sum("sse_streams_closed_total", "reason", "complete") == 1);
            assertThat(closed.sum("sse_streams_opened_total", "kind", "fresh")).isEqualTo(1);
            assertThat(closed.sum("sse_agent_tap_info", "tap", server.tap(), "status", "matched"))
                    .isEqualTo(1);
            assertThat(server.agentProblems()).isEmpty();
            assertThat(server.jvm().output()).contains("\"arming\":{\"value\":\"deferred\",\"origin\":\"argument\"}");
        }
    }
}
