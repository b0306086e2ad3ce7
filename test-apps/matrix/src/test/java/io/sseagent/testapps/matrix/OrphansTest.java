package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stream leaves behind is found, with its place in the code; what ends with it is not told. */
class OrphansTest {
    private static final String ENABLED = "orphans.enabled=true";
    private static final String SITE = "io.sseagent.testapps.jdkhttpserver.LeftBehind.";
    private static final int VIRTUAL_THREADS_SINCE = 21;

    static Stream<Jdk> jdks() {
        return Jdk.all().stream();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void what_outlives_its_stream_is_told_with_its_place(Jdk jdk) throws IOException {
        try (ForkedServer server =
                ForkedServer.underAgent(TestApp.JDK_HTTPSERVER, jdk, ENABLED, "orphans.after=1s", "alerts.orphans=2")) {
            AgentMetrics metrics = server.agent();
            wake(server, metrics);

            for (Leak leak : Leak.of(jdk)) {
                leak.plant(server, "early=false");
                leak.plant(server, "early=true");
                leak.plant(server, "clean=true");
                leak.plant(server, "clean=true&early=true");
            }

            for (Leak leak : Leak.of(jdk)) {
                Scrape page = metrics.await(leak + " is found twice", now -> leak.found(now) >= 2);
                assertThat(leak.found(page)).as(page.toString()).isEqualTo(2);
            }
            assertThat(metrics.read().sum("sse_orphans"))
                    .as(metrics.read().toString())
                    .isEqualTo(2.0 * Leak.of(jdk).size());
            String route = "such as for route /left-behind, at 20";
            assertThat(alerts(server))
                    .allMatch(line -> line.contains("alert: 2 orphans of kind ") && line.contains(route))
                    .hasSize(Leak.of(jdk).size());
        }
    }

    /** Without those of pauses, which a slow machine makes. */
    private static List<String> alerts(ForkedServer server) {
        return server.jvm()
                .output()
                .lines()
                .filter(line -> line.startsWith("[sse-agent] WARN") && !line.contains(" stopped the JVM for "))
                .toList();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void a_thread_that_a_stream_holds_is_counted_with_what_it_allocates(Jdk jdk) throws IOException {
        try (ForkedServer server = ForkedServer.underAgent(TestApp.JDK_HTTPSERVER, jdk, ENABLED, "alerts.threads=1")) {
            AgentMetrics metrics = server.agent();
            wake(server, metrics);
            try (HttpConnection client = HttpConnection.to(server.application())) {
                client.open("/forever?interval=5").readEvents(1);
                metrics.await(
                        "a held thread",
                        now -> now.sum("sse_stream_threads", "model", "platform") == 1
                                && now.sum("sse_allocated_bytes_total", "http_route", "/forever") > 0);
                assertThat(metrics.read().sum("sse_stream_threads")).isEqualTo(1);
            }
            metrics.await("its release", now -> now.sum("sse_stream_threads") == 0);
            assertThat(alerts(server))
                    .hasSize(1)
                    .allMatch(
                            line -> line.contains("alert: 1 threads are held by streams, such as for route /forever"));
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void a_heartbeat_that_a_handler_of_spring_forgets_is_told(Jdk jdk) throws IOException {
        try (ForkedServer server = ForkedServer.underAgent(SpringApp.MVC_6, jdk, ENABLED, "orphans.after=1s");
                HttpConnection client = HttpConnection.to(server.application())) {
            AgentMetrics metrics = server.agent();
            client.get("/emitters/4711?events=1");
            awaitArming(metrics);

            client.get("/heartbeats/1");
            client.get("/heartbeats/2?clean=true");

            Scrape page = metrics.await("an orphan", now -> now.sum("sse_orphans") > 0);
            assertThat(page.sumOfStarts(
                            "sse_orphans", "site", "io.sseagent.testapps.springboot.HeartbeatController.stream:"))
                    .as(page.toString())
                    .isEqualTo(1);
            assertThat(page.sum("sse_orphans")).as(page.toString()).isEqualTo(1);
        }
    }

    /** The first stream makes the agent look; what it starts itself is not seen. */
    static void wake(ForkedServer server, AgentMetrics metrics) {
        try (HttpConnection client = HttpConnection.to(server.application())) {
            client.get("/blocking?events=1");
        }
        awaitArming(metrics);
    }

    private static void awaitArming(AgentMetrics metrics) {
        Scrape begun = metrics.await(
                "a class of the JDK is woven",
                now -> now.has("sse_agent_tap_info", "tap", "jdk-concurrency", "status", "matched"));
        // the others are woven in the same round of the agent's thread, whose time is told when it is over
        double rounds = housekeeping(begun);
        metrics.await("all of them are", now -> housekeeping(now) > rounds);
    }

    private static double housekeeping(Scrape page) {
        return page.sum("sse_agent_overhead_seconds_total", "stage", "housekeeping");
    }

    /** A kind of work that the application leaves behind, as its address and its code name it. */
    record Leak(String name, String kind, String method) {
        static List<Leak> of(Jdk jdk) {
            Stream<Leak> everywhere = Stream.of(
                    new Leak("thread", "thread", "startThread"),
                    new Leak("periodic", "scheduled_task", "startPeriodicTask"),
                    new Leak("timer", "scheduled_task", "startTimerTask"),
                    new Leak("executor", "executor", "startExecutor"),
                    new Leak("forking", "executor", "startForkingPool"),
                    new Leak("relayed", "thread", "lambda$startThreadElsewhere"));
            Stream<Leak> virtual = Stream.of(
                    new Leak("virtual", "virtual_thread", "startVirtualThread"),
                    new Leak("pertask", "executor", "startVirtualExecutor"));
            return Stream.concat(everywhere, jdk.feature() >= VIRTUAL_THREADS_SINCE ? virtual : Stream.empty())
                    .toList();
        }

        void plant(ForkedServer server, String more) {
            try (HttpConnection client = HttpConnection.to(server.application())) {
                Received answer = client.get("/left-behind?kind=" + name + "&" + more);
                assertThat(new String(answer.body(), StandardCharsets.US_ASCII))
                        .as(name + ' ' + more)
                        .isEqualTo("data: here\n\n");
            }
        }

        double found(Scrape page) {
            return page.sumOfStarts("sse_orphans", "site", SITE + method);
        }
    }
}
