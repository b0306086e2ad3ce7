package io.sseagent.bootstrap;

import static io.sseagent.bootstrap.ServerConnection.IN_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerConnectionTest {
    private final ServerConnection connection = new ServerConnection();

    @Test
    void requestsAreAnsweredInTheirOrder() {
        for (int i = 0; i < 5; i++) {
            connection.received(IN_ORDER, "request " + i);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(connection.answered(IN_ORDER)).isEqualTo("request " + i);
            assertThat(connection.elapsedNanos()).isNotNegative();
        }
        assertThat(connection.answered(IN_ORDER)).isNull();
        assertThat(connection.elapsedNanos()).isEqualTo(-1);
    }

    @Test
    void numberedRequestsAreAnsweredInAnyOrder() {
        connection.received(1, "one");
        connection.received(3, "three");
        connection.received(5, "five");
        connection.matched(3, "/{three}");

        assertThat(connection.answered(3)).isEqualTo("three");
        assertThat(connection.route()).isEqualTo("/{three}");
        assertThat(connection.answered(3)).isNull();
        assertThat(connection.answered(5)).isEqualTo("five");
        assertThat(connection.route()).isNull();
        assertThat(connection.answered(1)).isEqualTo("one");
    }

    @Test
    void aTemplateBelongsToTheOldestRequest() {
        connection.received(IN_ORDER, "first");
        connection.received(IN_ORDER, "second");
        connection.matched(IN_ORDER, "/first");

        connection.answered(IN_ORDER);
        assertThat(connection.route()).isEqualTo("/first");
        connection.answered(IN_ORDER);
        assertThat(connection.route()).isNull();
    }

    @Test
    void theRequestThatAskedForHttp2NeedsNoNumber() {
        connection.received(1, "upgraded");
        connection.received(3, "three");
        connection.matched(IN_ORDER, "/upgraded");

        connection.answered(3);
        assertThat(connection.route()).isNull();
        connection.answered(1);
        assertThat(connection.route()).isEqualTo("/upgraded");
    }

    @Test
    void whatAServerTakesOutOfItsRequestIsKeptForTheResponse() {
        connection.received(1, "one", "GET", "/one");
        connection.received(3, "three", "POST", "/three");
        connection.matched(3, "/mounted", "/{three}");

        connection.answered(3);
        assertThat(connection.method()).isEqualTo("POST");
        assertThat(connection.target()).isEqualTo("/three");
        assertThat(connection.routePrefix()).isEqualTo("/mounted");
        connection.answered(1);
        assertThat(connection.method()).isEqualTo("GET");
        assertThat(connection.routePrefix()).isNull();
        connection.answered(1);
        assertThat(connection.method()).isNull();
        assertThat(connection.target()).isNull();
    }

    /** The facts of one request must never become those of another. */
    @Test
    void beyondItsBoundRequestsAreUnknownAndTheOrderHolds() {
        for (int i = 0; i < 1100; i++) {
            connection.received(IN_ORDER, i);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(connection.answered(IN_ORDER)).isEqualTo(i);
        }
        connection.received(IN_ORDER, "behind them");
        for (int i = 1000; i < 1024; i++) {
            assertThat(connection.answered(IN_ORDER)).isEqualTo(i);
        }
        for (int i = 1024; i < 1101; i++) {
            assertThat(connection.answered(IN_ORDER)).isNull();
        }
        connection.received(IN_ORDER, "known again");
        assertThat(connection.answered(IN_ORDER)).isEqualTo("known again");
    }

    @Test
    void anOrdinaryRequestAllocatesNothing() {
        Object request = new Object();
        answerSome(request);
        long before = allocatedBytes();
        answerSome(request);
        assertThat(allocatedBytes() - before).isLessThan(1000);
    }

    private void answerSome(Object request) {
        for (int i = 0; i < 10_000; i++) {
            connection.received(IN_ORDER, request);
            connection.received(IN_ORDER, request);
            connection.answered(IN_ORDER);
            connection.answered(IN_ORDER);
        }
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void everyStreamIsFoundUntilItEnds() {
        Map<Integer, EndedStream> open = new HashMap<>();
        Random random = new Random(7);
        for (int step = 0; step < 20_000; step++) {
            int id = random.nextInt(200) * 2 + 1;
            EndedStream known = open.remove(id);
            assertThat(connection.stream(id)).isSameAs(known);
            if (known != null) {
                connection.ended(id, CloseReason.COMPLETE);
                assertThat(known.reason).isEqualTo(CloseReason.COMPLETE);
                assertThat(known.closed).isEqualTo(1);
            } else {
                EndedStream opened = new EndedStream();
                open.put(id, opened);
                connection.opened(id, opened, false);
            }
        }
        connection.disconnected(CloseReason.CLIENT_CLOSED);
        assertThat(open.values()).isNotEmpty().allSatisfy(stream -> {
            assertThat(stream.reason).isEqualTo(CloseReason.CLIENT_CLOSED);
            assertThat(stream.closed).isEqualTo(1);
        });
        open.keySet().forEach(id -> assertThat(connection.stream(id)).isNull());
    }

    @Test
    void whatClosesAConnectionTellsWhy() {
        assertThat(closing(false, false)).isEqualTo(CloseReason.APP_ERROR);
        assertThat(closing(false, true)).isEqualTo(CloseReason.COMPLETE);
        assertThat(closing(true, false)).isEqualTo(CloseReason.IDLE_TIMEOUT);
        assertThat(closing(true, true)).isEqualTo(CloseReason.IDLE_TIMEOUT);
    }

    private static CloseReason closing(boolean idle, boolean endsWithConnection) {
        ServerConnection connection = new ServerConnection();
        EndedStream stream = new EndedStream();
        connection.opened(IN_ORDER, stream, endsWithConnection);
        connection.idle(idle);
        connection.closing();
        assertThat(stream.closed).isZero();
        connection.disconnected(CloseReason.CLIENT_CLOSED);
        return stream.reason;
    }

    /** Whoever is first: the server that closes, the client that was told to go, or the application that notices. */
    @Test
    void whateverEndsWhileTheServerStopsEndsBecauseOfThat() {
        EndedStream completed = new EndedStream();
        EndedStream left = new EndedStream();
        connection.opened(1, completed, false);
        connection.opened(3, left, false);
        connection.stopping();
        connection.ended(1, CloseReason.COMPLETE);
        connection.disconnected(CloseReason.CLIENT_CLOSED);

        assertThat(completed.reason).isEqualTo(CloseReason.SHUTDOWN);
        assertThat(left.reason).isEqualTo(CloseReason.SHUTDOWN);
    }

    @Test
    void withoutStreamsThereIsNothingToTell() {
        connection.opened(IN_ORDER, null, false);
        connection.closing();
        connection.ended(IN_ORDER, CloseReason.COMPLETE);
        connection.disconnected(CloseReason.CLIENT_CLOSED);

        assertThat(connection.hasStreams()).isFalse();
        assertThat(connection.stream(IN_ORDER)).isNull();
    }
}
