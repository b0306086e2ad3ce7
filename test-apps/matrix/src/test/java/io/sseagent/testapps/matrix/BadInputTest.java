package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.Scrape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What clients and applications do that nobody planned for. */
class BadInputTest {
    private static final Jdk JDK = Jdk.all().get(0);
    private static final int PATHS = 100_000;
    private static final int REFUSED_PATHS = 20_000;
    private static final int CONNECTIONS = 4;
    private static final int LETTERS = 26;
    private static final int ROUTES = 200;

    @Test
    void a_hundred_thousand_paths_make_two_hundred_routes_and_one_for_the_rest() throws Exception {
        try (ForkedServer server = ForkedServer.underAgent(TestApp.ANY_PATH, JDK)) {
            AgentMetrics metrics = server.agent();
            askEveryPath(server, PATHS, "", 200);

            Scrape page = metrics.await("all streams", now -> now.sum("sse_streams_closed_total") == PATHS);
            assertThat(page.count("sse_streams_active")).isEqualTo(ROUTES + 1);
            assertThat(page.sum("sse_streams_opened_total", "http_route", "_other_"))
                    .isEqualTo(PATHS - ROUTES);
            assertThat(page.sum("sse_events_total")).isEqualTo(PATHS);
            assertThat(page.sum("sse_agent_label_overflow_total", "label", "http_route"))
                    .isEqualTo(PATHS - ROUTES);
            assertThat(page.sum("sse_streams_active")).isZero();
            assertThat(page.sum("sse_agent_errors_total")).isZero();
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    @Test
    void a_scanner_that_is_refused_takes_no_route_from_anybody() throws Exception {
        try (ForkedServer server = ForkedServer.underAgent(Tomcat.of("9.0.117"), JDK, "routes.max=2")) {
            AgentMetrics metrics = server.agent();
            askEveryPath(server, REFUSED_PATHS, "Accept: text/event-stream", 404);
            assertThat(metrics.read().sum("sse_stream_requests_total", "http_route", "_other_"))
                    .isEqualTo(REFUSED_PATHS);

            try (HttpConnection client = HttpConnection.to(server.application())) {
                for (String path : List.of("/blocking", "/typed", "/async")) {
                    assertThat(client.get(path).status()).isEqualTo(200);
                }
            }
            Scrape page = metrics.await("three streams", now -> now.sum("sse_streams_closed_total") == 3);
            for (String route : List.of("/app/blocking", "/app/typed", "_other_")) {
                assertThat(page.sum("sse_streams_closed_total", "http_route", route))
                        .as(route)
                        .isEqualTo(1);
            }
            assertThat(page.sum("sse_agent_label_overflow_total", "label", "http_route"))
                    .isEqualTo(1);
        }
    }

    /** Each path once, in letters, because what looks like a number would be one route. */
    private static void askEveryPath(ForkedServer server, int paths, String header, int status) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i;
                work.add(() -> {
                    HttpConnection client = HttpConnection.to(server.application());
                    for (int path = first; path < paths; path += CONNECTIONS) {
                        Received received = header.isEmpty()
                                ? client.get("/" + letters(path))
                                : client.get("/" + letters(path), header);
                        assertThat(received.status()).isEqualTo(status);
                        if (received.head().contains("Connection: close")) {
                            client.close();
                            client = HttpConnection.to(server.application());
                        }
                    }
                    client.close();
                    return null;
                });
            }
            for (Future<Void> done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; letters.length() < 4; rest /= LETTERS) {
            letters.append((char) ('a' + rest % LETTERS));
        }
        return letters.toString();
    }

    @Test
    void limits_that_an_application_sets_for_its_server_stay_its_own() {
        String limit = "-Dsun.net.httpserver.maxRspTime=1";
        assertThat(streamTime(ForkedServer.underAgent(TestApp.ANY_PATH, JDK).with(limit)))
                .isLessThan(Duration.ofSeconds(5));
        assertThat(streamTime(ForkedServer.alone(TestApp.ANY_PATH, JDK).with(limit)))
                .isLessThan(Duration.ofSeconds(5));
    }

    /** How long the server lets a stream of six seconds go on. */
    private static Duration streamTime(ForkedServer server) {
        try (server;
                HttpConnection client = HttpConnection.to(server.application())) {
            long start = System.nanoTime();
            assertThat(client.get("/ends-late").events().count()).isPositive();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    @Test
    void the_agent_sets_no_limit_for_the_server_of_its_host() {
        try (ForkedServer server = ForkedServer.underAgent(TestApp.ANY_PATH, JDK);
                HttpConnection client = HttpConnection.to(server.application())) {
            server.agent().read();
            assertThat(client.get("/properties").body())
                    .asString(UTF_8)
                    .contains("java.version=")
                    .doesNotContain("httpserver.max");
        }
    }

    @Test
    void an_application_that_writes_on_after_its_client_left_is_told_so() {
        try (ForkedServer server = ForkedServer.underAgent(TestApp.ANY_PATH, JDK)) {
            AgentMetrics metrics = server.agent();
            int received;
            try (HttpConnection client = HttpConnection.to(server.application())) {
                received = client.open("/writes-on").readEvents(3).events().count();
            }
            Scrape page = metrics.await("the end of the stream", now -> now.sum("sse_streams_closed_total") == 1);

            assertThat(page.sum("sse_sends_after_close_total")).isBetween(5.0, 25.0);
            assertThat(page.sum("sse_streams_closed_total", "reason", "client_closed"))
                    .isEqualTo(1);
            assertThat(page.sum("sse_events_total")).isBetween((double) received, received + 50.0);
        }
    }
}
