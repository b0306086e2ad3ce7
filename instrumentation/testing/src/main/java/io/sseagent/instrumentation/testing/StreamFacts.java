package io.sseagent.instrumentation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;

/**
 * What facts about a running server are written with: clients do something while the agent's counters are watched. A fact looks at
 * what the counters gained, and waits for the end of every stream that it opened, so facts do not depend on each other.
 */
public abstract class StreamFacts {
    private static final boolean KERNEL_TELLS = Files.isReadable(Path.of("/proc/net/tcp"));

    private final ServerUnderTest server;
    private AgentMetrics metrics;

    protected StreamFacts(ServerUnderTest server) {
        this.server = server;
    }

    /** What clients do. */
    protected interface Clients {
        /** An exception fails the fact. */
        void act() throws Exception;
    }

    protected final ServerUnderTest server() {
        return server;
    }

    protected final HttpConnection connect() {
        return HttpConnection.to(server.application());
    }

    /** The agent's page; starts the server if it is not running. */
    protected final AgentMetrics metrics() {
        if (metrics == null) {
            server.application();
            metrics = new AgentMetrics(server.metrics());
        }
        return metrics;
    }

    /** The label {@code http_route} of a path of the application. */
    protected final String route(String path) {
        return server.application().getPath() + path;
    }

    /**
     * What the counters gained while clients opened so many streams, all on one route, and until all of them had ended.
     *
     * @param path of the route, without the application's
     */
    protected final Scrape gainedBy(int streams, String path, Clients clients) throws Exception {
        Scrape before = metrics().read();
        clients.act();
        Scrape gained = metrics()
                .await(
                        streams + " closed on " + route(path),
                        now -> now.since(before).sum("sse_streams_closed_total") >= streams)
                .since(before);
        assertThat(gained.sum("sse_streams_closed_total", "http_route", route(path)))
                .as("closed on %s: %s", route(path), gained)
                .isEqualTo(streams);
        assertThat(gained.sum("sse_streams_closed_total"))
                .as("closed on any route: %s", gained)
                .isEqualTo(streams);
        assertThat(gained.sum("sse_streams_opened_total"))
                .as("opened on any route: %s", gained)
                .isEqualTo(streams);
        assertThat(gained.sum("sse_streams_active")).isZero();
        assertThat(gained.sum("sse_streams_closed_total", "reason", "unknown")).isZero();
        return gained;
    }

    /** What the counters gained while clients did something that opens no stream. */
    protected final Scrape gainedWithoutStream(Clients clients) throws Exception {
        Scrape gained = gainedBy(0, "/", clients);
        for (String family : List.of("sse_events_total", "sse_sent_bytes_total", "sse_comments_total")) {
            assertThat(gained.sum(family)).as(family).isZero();
        }
        return gained;
    }

    /** That a request for an event stream at a path that nothing is routed to gets 404 and is counted under no route of its own. */
    protected final void assertNoRouteOfItsOwn(String path) throws Exception {
        Scrape gained = gainedWithoutStream(() -> {
            try (HttpConnection client = connect()) {
                assertThat(client.get(path, "Accept: text/event-stream").status())
                        .isEqualTo(404);
            }
        });

        assertThat(gained.sum("sse_stream_requests_total", "http_route", "_other_", "outcome", "client_error"))
                .isEqualTo(1);
    }

    /** That streams of these addresses, ten of each and many at once, are counted under their templates; they end by themselves. */
    protected final void assertEachUnderItsOwn(Map<String, String> templates) throws Exception {
        Scrape before = metrics().read();
        List<Callable<Received>> requests = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            for (String address : templates.keySet()) {
                requests.add(() -> {
                    try (HttpConnection client = connect()) {
                        return client.get(address, "Accept: text/event-stream");
                    }
                });
            }
        }
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            for (Future<Received> response : clients.invokeAll(requests)) {
                assertThat(response.get().status()).isEqualTo(200);
            }
        } finally {
            clients.shutdown();
        }
        Scrape gained = metrics()
                .await(
                        requests.size() + " closed",
                        now -> now.since(before).sum("sse_streams_closed_total") >= requests.size())
                .since(before);
        for (String template : templates.values()) {
            assertThat(gained.sum("sse_streams_closed_total", "http_route", route(template)))
                    .as("closed on %s: %s", route(template), gained)
                    .isEqualTo(10);
        }
    }

    /** That the counters gained what these responses hold, to the event and to the byte, and nothing else. */
    protected final void assertCounted(Scrape gained, Received... responses) {
        int bytes = 0;
        int events = 0;
        int comments = 0;
        int withoutData = 0;
        int truncated = 0;
        for (Received response : responses) {
            assertThat(response.status()).isEqualTo(200);
            ReceivedEvents received = response.events();
            bytes += response.body().length;
            events += received.count();
            comments += received.comments();
            withoutData += received.withoutData();
            truncated += received.truncated();
        }
        assertThat(gained.sum("sse_events_total")).as("events: %s", gained).isEqualTo(events);
        assertThat(gained.sum("sse_sent_bytes_total")).as("bytes").isEqualTo(bytes);
        assertThat(gained.sum("sse_comments_total")).as("comments").isEqualTo(comments);
        assertThat(gained.sum("sse_blocks_undispatched_total", "reason", "no_data"))
                .as("blocks without data")
                .isEqualTo(withoutData);
        assertThat(gained.sum("sse_blocks_undispatched_total", "reason", "truncated"))
                .as("truncated blocks")
                .isEqualTo(truncated);
        assertThat(gained.sum("sse_event_size_bytes_count")).as("sizes").isEqualTo(events);
        // a client of another fact may have left a servlet behind that is told nothing: Undertow hides what a flush
        // throws
        assertThat(gained.sum("sse_sends_after_close_total")
                        - gained.sum("sse_sends_after_close_total", "http_route", route("/forever")))
                .as("sends after close")
                .isZero();
    }

    /** That a sample of the kernel's sockets has found a stream of this path; nothing where there is no table of them. */
    protected final void assertFoundInTheKernel(String path) {
        if (KERNEL_TELLS) {
            metrics()
                    .await(
                            "the socket of " + path,
                            now -> now.has("sse_backlog_bytes", "http_route", route(path), "layer", "kernel"));
        }
    }

    /** That a client which reads nothing of an endless stream makes a backlog in the server, and leaves none behind. */
    protected final void assertBackloggedByServer(String path, String address) throws Exception {
        Scrape gained = gainedBy(1, path, () -> {
            try (HttpConnection client = connect()) {
                client.ask(address);
                metrics().await("a backlog of the server", now -> serverBacklogBytes(now, path) > 0);
            }
        });

        assertEnded(gained, "client_closed");
        metrics().await("the end of the backlog", now -> serverBacklogBytes(now, path) == 0);
    }

    private double serverBacklogBytes(Scrape page, String path) {
        return page.sum("sse_backlog_bytes", "http_route", route(path), "layer", "server");
    }

    /** That all streams ended for one reason. */
    protected static void assertEnded(Scrape gained, String reason) {
        double streams = gained.sum("sse_streams_closed_total");
        assertThat(gained.sum("sse_streams_closed_total", "reason", reason))
                .as("closed with reason=%s: %s", reason, gained)
                .isEqualTo(streams);
        assertThat(gained.sum("sse_stream_duration_seconds_count", "reason", reason))
                .isEqualTo(streams);
        assertThat(gained.sum("sse_idle_at_close_seconds_count")).isEqualTo(streams);
    }

    @AfterEach
    void the_agent_has_nothing_to_complain_about() {
        assertThat(metrics().read().sum("sse_agent_errors_total"))
                .as("errors of the agent")
                .isZero();
        assertThat(server.agentProblems()).isEmpty();
    }
}
