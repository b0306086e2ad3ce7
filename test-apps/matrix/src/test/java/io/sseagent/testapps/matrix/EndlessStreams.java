package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Received;
import io.sseagent.instrumentation.testing.ResponseBody;
import io.sseagent.instrumentation.testing.Scrape;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients of a stream that never ends by itself, so that each leaves, and the application goes on writing until it notices: by then
 * it has sent what lay in the sockets' buffers, in flight, or in one more round of events. That is what may lie between the events
 * that clients received and those that the agent counted, and it has a bound, because the second write after a reset fails.
 *
 * <p>The application of Hystrix writes each response from two threads, its stream's and that of its {@code ping}, without a lock. About
 * one response in ten comes garbled for that, with the agent or without: a head in the middle of the body, or a connection that
 * breaks off. Such a client proves no lower bound.
 */
final class EndlessStreams {
    private static final int CLIENTS = 4;
    static final int EVENTS_PER_CLIENT = 40;
    /** Two batches of Hystrix: one command and its thread pool make a handful of events each, and the clients' requests add some. */
    private static final int MISSED_PER_CLIENT = 60;
    /** The page of Hystrix makes a random command fail now and then. */
    private static final int MOST_VISITS = 20;

    private EndlessStreams() {}

    /** That what clients received was counted and little more, that all streams ended, and that nobody complains. */
    static void assertCounted(ForkedServer server, War war) {
        AgentMetrics metrics = server.agent();
        visit(server.application(), war.page());
        assertThat(metrics.read().has("sse_events_total")).isFalse();

        List<Received> received = toClientsThatLeave(server.application(), war.stream());
        Scrape page = metrics.await("the end of all", EndlessStreams::hasNoneOpen);

        String route = server.application().getPath() + war.stream().split("\\?")[0];
        assertThat(page.sum("sse_events_total", "http_route", route))
                .isBetween(
                        (double) events(received, EVENTS_PER_CLIENT),
                        events(received, 0) + (double) CLIENTS * MISSED_PER_CLIENT);
        double opened = page.sum("sse_streams_opened_total", "http_route", route);
        assertThat(opened).isBetween(1.0, (double) CLIENTS).isEqualTo(page.sum("sse_streams_opened_total"));
        assertThat(page.sum("sse_streams_closed_total")).isEqualTo(opened);
        assertThat(page.sum("sse_streams_closed_total", "reason", "unknown")).isZero();
        // the keep-alive of Hystrix is a field of the name "ping", no comment
        assertThat(page.sum("sse_comments_total")).isZero();
        assertThat(page.sum("sse_agent_errors_total")).isZero();
        assertThat(server.agentProblems()).isEmpty();
    }

    private static boolean hasNoneOpen(Scrape page) {
        return page.has("sse_streams_active") && page.sum("sse_streams_active") == 0;
    }

    /** What the clients received that got so many events at least. */
    private static int events(List<Received> received, int atLeast) {
        return received.stream()
                .mapToInt(each -> each.events().count())
                .filter(count -> count >= atLeast)
                .sum();
    }

    /** Runs a command of Hystrix, so that there is something to stream. */
    static void visit(URI application, String page) {
        int status = 0;
        for (int visit = 0; status != 200 && visit < MOST_VISITS; visit++) {
            try (HttpConnection browser = HttpConnection.to(application)) {
                status = browser.get(page).status();
            }
        }
        assertThat(status).isEqualTo(200);
    }

    private static List<Received> toClientsThatLeave(URI application, String stream) {
        List<HttpConnection> clients = new ArrayList<>();
        List<Received> received = new ArrayList<>();
        try {
            List<ResponseBody> streams = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                HttpConnection client = HttpConnection.to(application);
                clients.add(client);
                streams.add(client.open(stream));
            }
            for (ResponseBody each : streams) {
                received.add(each.readUpTo(EVENTS_PER_CLIENT));
            }
        } finally {
            clients.forEach(HttpConnection::close);
        }
        return received;
    }
}
