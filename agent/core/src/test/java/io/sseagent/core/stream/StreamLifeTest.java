package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static io.sseagent.core.stream.GivenModel.request;
import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamLifeTest {
    private final GivenModel given = new GivenModel();

    @Test
    void aStreamIsOpenUntilItIsClosed() {
        assertThat(given.model.read()).isEmpty();

        SseStream stream = given.open();
        EndpointSnapshot open = given.read();
        assertThat(open.active()).isEqualTo(1);
        assertThat(given.model.tracked()).isEqualTo(1);
        assertThat(open.totals().openedCount(OpenKind.FRESH)).isEqualTo(1);
        assertThat(open.totals().requestCount(RequestOutcome.OPENED)).isEqualTo(1);
        assertThat(closed(open)).isZero();

        stream.evidence(CloseReason.COMPLETE);
        assertThat(given.read().active()).isEqualTo(1);
        stream.close();

        EndpointSnapshot ended = given.read();
        assertThat(ended.active()).isZero();
        assertThat(given.model.tracked()).isZero();
        assertThat(ended.totals().openedCount(OpenKind.FRESH)).isEqualTo(1);
        assertThat(ended.totals().closedCount(CloseReason.COMPLETE)).isEqualTo(1);
        assertThat(closed(ended)).isEqualTo(1);
    }

    @Test
    void howAStreamCameIsKnownFromItsRequest() {
        given.open(get("/feed"));
        given.open(get("/feed").header(StreamRequest.LAST_EVENT_ID, ""));
        given.open(get("/feed").header(StreamRequest.LAST_EVENT_ID, "7"));
        given.open(get("/feed").header(StreamRequest.LAST_EVENT_ID, "7").pickedUp());

        EndpointTotals totals = given.read().totals();
        assertThat(totals.openedCount(OpenKind.FRESH)).isEqualTo(2);
        assertThat(totals.openedCount(OpenKind.RESUMED)).isEqualTo(1);
        assertThat(totals.openedCount(OpenKind.ATTACHED)).isEqualTo(1);
    }

    @Test
    void aSubscriptionThatEndsAtOnceIsShort() {
        for (int millis : new int[] {1_000, 1_001, 5_000, 5_001}) {
            SseStream stream = given.open();
            given.clock.advanceMillis(millis);
            stream.close();
        }
        given.open(request("POST", "/answer", "10.0.0.1")).close();
        given.open(get("/feed").pickedUp()).close();

        assertThat(given.read("/feed").totals().shortLivedCount(ShortLife.ONE_SECOND))
                .isEqualTo(1);
        assertThat(given.read("/feed").totals().shortLivedCount(ShortLife.FIVE_SECONDS))
                .isEqualTo(3);
        assertThat(given.read("/answer").totals().shortLivedCount(ShortLife.FIVE_SECONDS))
                .isZero();
    }

    @Test
    void aClientsStreamsAreCountedWhateverTheirRoute() {
        given.open(get("/feed"));
        SseStream second = given.open(get("/feed"));
        given.open(get("/other"));
        given.open(request("GET", "/feed", "10.0.0.2"));
        second.close();
        given.open(get("/other"));
        given.open(request("GET", "/unknown", null));

        assertThat(given.read("/feed").totals().perClient().sum()).isEqualTo(1.0 + 2 + 1);
        assertThat(given.read("/other").totals().perClient().sum()).isEqualTo(3.0 + 3);
        assertThat(given.read("/unknown").totals().perClient().count()).isZero();
    }

    @Test
    void whatTheApplicationCompressedItselfIsCountedInBytesAlone() {
        byte[] gzipped = {0x1f, (byte) 0x8b, 8, 0, '\n', '\n', 'd', 'a', 't', 'a', ':', '1', '\n', '\n'};
        SseStream stream = given.open();
        stream.wrote(gzipped, 0, gzipped.length, 0);
        stream.wrote(gzipped, 4, gzipped.length, 0);

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.events()).isZero();
        assertThat(totals.get(StreamCounter.BLOCKS_WITHOUT_DATA)).isZero();
        assertThat(totals.get(StreamCounter.BYTES)).isEqualTo(2L * gzipped.length - 4);
    }

    @Test
    void whatTheTapSeesEncodedIsCountedInBytesAlone() {
        SseStream stream = given.open(get("/feed").encoded(true));
        write(stream, "data: not what it seems\n\n");

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.events()).isZero();
        assertThat(totals.get(StreamCounter.BYTES)).isEqualTo(25);
    }

    @Test
    void ofAStreamThatWasPickedUpNothingIsInvented() {
        SseStream stream = given.open(get("/feed").elapsedNanos(5_000_000).pickedUp());
        // in the middle of a block, whose beginning nobody has seen
        write(stream, "id: 7\n\ndata: x\n\n");
        given.clock.advanceSeconds(10);

        assertThat(given.read().oldestAgeNanos()).isZero();
        stream.evidence(CloseReason.COMPLETE);
        stream.close();

        EndpointTotals totals = given.read().totals();
        assertThat(totals.establish().count()).isZero();
        assertThat(totals.firstEvent().count()).isZero();
        assertThat(totals.duration(CloseReason.COMPLETE).count()).isZero();
        assertThat(totals.streams().get(StreamCounter.BLOCKS_WITHOUT_DATA)).isZero();
        assertThat(totals.streams().events()).isEqualTo(1);
        assertThat(totals.idleAtClose(true).sum()).isEqualTo(10.0);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, HTTP/1.1, SUBSCRIPTION, 1.1",
        "GET, HTTP/1.0, SUBSCRIPTION, 1.0",
        "GET, HTTP/2.0, SUBSCRIPTION, 2",
        "GET, HTTP/2, SUBSCRIPTION, 2",
        "GET, HTTP/3, SUBSCRIPTION, 3",
        "GET, HTTP/9.9-made-up, SUBSCRIPTION, unknown",
        "GET, , SUBSCRIPTION, unknown",
        "POST, HTTP/1.1, ANSWER, 1.1",
        "made-up, HTTP/1.1, ANSWER, 1.1",
        ", HTTP/1.1, SUBSCRIPTION, 1.1",
    })
    void streamsAreGroupedByBoundedFacts(String method, String protocol, Mode mode, String version) {
        given.open(new StreamRequest("tomcat").line(method, "/feed", protocol, "10.0.0.1"));

        EndpointKey key = given.read().key();
        assertThat(key.mode()).isEqualTo(mode);
        assertThat(key.httpVersion()).isEqualTo(version);
        assertThat(key.server()).isEqualTo("tomcat");
        assertThat(key.route()).isEqualTo("/feed");
    }

    @Test
    void whatFollowsTheCloseIsCountedAndNothingElse() {
        SseStream stream = given.open();
        write(stream, "data: a\n\n");
        stream.close();

        write(stream, "data: b\n\n: c\n");
        stream.wrote('d', 0);
        stream.failed(new IOException(), 0);
        stream.flushed();
        stream.evidence(CloseReason.APP_ERROR);
        stream.close();

        EndpointTotals totals = given.read().totals();
        assertThat(totals.streams().get(StreamCounter.SENDS_AFTER_CLOSE)).isEqualTo(3);
        assertThat(totals.streams().events()).isEqualTo(1);
        assertThat(totals.streams().get(StreamCounter.BYTES)).isEqualTo(9);
        assertThat(totals.streams().get(StreamCounter.COMMENTS)).isZero();
        assertThat(totals.closedCount(CloseReason.UNKNOWN)).isEqualTo(1);
        assertThat(closed(given.read())).isEqualTo(1);
    }

    @Test
    void whatAClosedStreamCountedStaysAfterItIsFolded() {
        SseStream stream = given.open();
        write(stream, "event: a\ndata: 1\n\n: beat\n");
        stream.close();
        for (int tick = 0; tick < 3; tick++) {
            EndpointSnapshot snapshot = given.read();
            assertThat(GivenModel.events(snapshot)).isEqualTo(Map.of("a", 1L));
            assertThat(snapshot.totals().streams().get(StreamCounter.COMMENTS)).isEqualTo(1);
            assertThat(snapshot.totals().streams().get(StreamCounter.BYTES)).isEqualTo(25);
            given.clock.advanceSeconds(1);
            given.model.tick();
        }
    }

    @Test
    void manyStreamsThatEndAtOnceAreAllCounted() {
        SseStream[] streams = new SseStream[5_000];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = given.open();
            write(streams[i], "data: 1\n\n");
        }
        // from the middle outwards, so that the set of open ones moves
        for (int i = 0; i < streams.length; i++) {
            streams[(i + streams.length / 2) % streams.length].close();
        }
        given.model.tick();

        EndpointSnapshot snapshot = given.read();
        assertThat(snapshot.active()).isZero();
        assertThat(snapshot.totals().streams().events()).isEqualTo(streams.length);
        assertThat(closed(snapshot)).isEqualTo(streams.length);
    }

    @Test
    void twoThreadsCloseAStreamOnce() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            SseStream stream = given.open();
            CyclicBarrier start = new CyclicBarrier(2);
            Thread other = new Thread(() -> {
                await(start);
                stream.evidence(CloseReason.CLIENT_CLOSED);
                stream.close();
            });
            other.start();
            await(start);
            stream.evidence(CloseReason.COMPLETE);
            stream.close();
            other.join(TimeUnit.SECONDS.toMillis(30));
        }

        EndpointSnapshot snapshot = given.read();
        assertThat(snapshot.active()).isZero();
        assertThat(given.model.tracked()).isZero();
        assertThat(snapshot.totals().closedCount(CloseReason.CLIENT_CLOSED)
                        + snapshot.totals().closedCount(CloseReason.COMPLETE))
                .isEqualTo(2_000);
        assertThat(closed(snapshot)).isEqualTo(2_000);
    }

    @Test
    void streamsBeyondTheCapPassUnobserved() {
        GivenModel small = new GivenModel("streams.max=2");
        SseStream first = small.open();
        small.open();
        SseStream beyond = small.open(request("GET", "/another", "10.0.0.9"));
        write(beyond, "data: x\n\n");
        beyond.failed(new IOException(), 0);
        beyond.close();

        EndpointSnapshot snapshot = small.read();
        assertThat(snapshot.key().route()).isEqualTo("/feed");
        assertThat(snapshot.active()).isEqualTo(2);
        assertThat(snapshot.totals().streams().events()).isZero();
        assertThat(small.health.overflows()).isEqualTo(Map.of("stream", 1L));

        first.close();
        write(small.open(), "data: x\n\n");
        assertThat(small.read().totals().streams().events()).isEqualTo(1);
        assertThat(small.model.tracked()).isEqualTo(2);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static long closed(EndpointSnapshot snapshot) {
        long closed = 0;
        for (CloseReason reason : CloseReason.values()) {
            closed += snapshot.totals().closedCount(reason);
        }
        return closed;
    }
}
