package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.stats.Exemplar;
import io.sseagent.core.stats.HistogramTotals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamTimesTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    private final GivenModel given = new GivenModel();

    @Test
    void establishmentIsWhatTheTapMeasured() {
        given.open(get("/feed").elapsedNanos(25_000_000));
        given.open(get("/feed").elapsedNanos(0));
        given.open(get("/feed").elapsedNanos(-1));
        given.open(get("/feed"));

        HistogramTotals establish = given.read().totals().establish();
        assertThat(establish.count()).isEqualTo(2);
        assertThat(establish.sum()).isEqualTo(0.025);
        assertThat(establish.exemplars()).isEmpty();
    }

    @Test
    void theFirstEventCountsFromTheRequestAndOnlyOnce() {
        SseStream stream = given.open(get("/feed").elapsedNanos(100_000_000));
        write(stream, ": not an event\nid: 7\n\n");
        given.clock.advanceMillis(400);
        assertThat(given.read().totals().firstEvent().count()).isZero();

        write(stream, "data: first\n\ndata: second\n\n");
        given.clock.advanceMillis(400);
        write(stream, "data: third\n\n");

        assertThat(given.read().totals().firstEvent().count()).isEqualTo(1);
        assertThat(given.read().totals().firstEvent().sum()).isEqualTo(0.5);
    }

    @Test
    void withoutAKnownStartThereIsNoFirstEventTime() {
        write(given.open(), "data: first\n\n");

        assertThat(given.read().totals().firstEvent().count()).isZero();
        assertThat(given.read().totals().streams().events()).isEqualTo(1);
    }

    @Test
    void durationIsFromOpenToCloseUnderItsReason() {
        SseStream stream = given.open(get("/feed").elapsedNanos(500_000_000));
        given.clock.advanceSeconds(42);
        stream.evidence(CloseReason.COMPLETE);
        stream.close();

        EndpointTotals totals = given.read().totals();
        assertThat(totals.duration(CloseReason.COMPLETE).count()).isEqualTo(1);
        assertThat(totals.duration(CloseReason.COMPLETE).sum()).isEqualTo(42.0);
        assertThat(totals.duration(CloseReason.UNKNOWN).count()).isZero();
    }

    @Test
    void silenceBeforeTheEndCountsFromTheLastByte() {
        SseStream server = given.open();
        SseStream client = given.open();
        SseStream silent = given.open();
        given.clock.advanceSeconds(5);
        write(server, "data: x\n\n");
        write(client, ": beat\n");
        given.clock.advanceSeconds(30);
        server.evidence(CloseReason.IDLE_TIMEOUT);
        server.close();
        client.evidence(CloseReason.CLIENT_CLOSED);
        client.close();
        silent.evidence(CloseReason.COMPLETE);
        silent.close();

        EndpointTotals totals = given.read().totals();
        assertThat(totals.idleAtClose(false).count()).isEqualTo(1);
        assertThat(totals.idleAtClose(false).sum()).isEqualTo(30.0);
        assertThat(totals.idleAtClose(true).count()).isEqualTo(2);
        assertThat(totals.idleAtClose(true).sum()).isEqualTo(30.0 + 35.0);
    }

    @Test
    void aHeartbeatEndsASilenceOfBytesAndNotOfData() {
        SseStream stream = given.open();
        write(stream, "data: 1\n\n");
        given.clock.advanceSeconds(2);
        write(stream, ": beat\n");
        given.clock.advanceSeconds(3);
        write(stream, "data: 2\n\n");

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.get(StreamHistogram.DATA_GAP).count()).isEqualTo(1);
        assertThat(totals.get(StreamHistogram.DATA_GAP).sum()).isEqualTo(5.0);
        assertThat(totals.get(StreamHistogram.BYTE_GAP).count()).isEqualTo(2);
        assertThat(totals.get(StreamHistogram.BYTE_GAP).sum()).isEqualTo(5.0);
        assertThat(totals.get(StreamCounter.COMMENTS)).isEqualTo(1);
    }

    @Test
    void anEventThatIsWrittenAloneEndsBothSilences() {
        SseStream stream = given.open();
        for (int i = 0; i < 3; i++) {
            write(stream, "data: 1\n\n");
            given.clock.advanceSeconds(2);
        }

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.get(StreamHistogram.DATA_GAP).count()).isEqualTo(2);
        assertThat(totals.get(StreamHistogram.DATA_GAP).sum()).isEqualTo(4.0);
        assertThat(totals.get(StreamHistogram.BYTE_GAP).count()).isEqualTo(2);
        assertThat(totals.get(StreamHistogram.BYTE_GAP).sum()).isEqualTo(4.0);
        assertThat(totals.get(StreamHistogram.BOTH_GAPS).count()).isZero();
    }

    @Test
    void eventsOfOneWriteHaveNoTimeBetweenThem() {
        SseStream stream = given.open();
        write(stream, "data: 1\n\ndata: 2\n\ndata: 3\n\n");

        HistogramTotals gaps = given.read().totals().streams().get(StreamHistogram.DATA_GAP);
        assertThat(gaps.count()).isEqualTo(2);
        assertThat(gaps.zeroCount()).isEqualTo(2);
        assertThat(given.read().totals().streams().get(StreamHistogram.BYTE_GAP).count())
                .isZero();
    }

    @Test
    void gapsDoNotReachAcrossStreams() {
        write(given.open(), "data: 1\n\n");
        given.clock.advanceSeconds(9);
        write(given.open(), "data: 1\n\n");

        assertThat(given.read().totals().streams().get(StreamHistogram.DATA_GAP).count())
                .isZero();
    }

    @Test
    void twoWritersWhoseClocksCrossTakeNothingBack() {
        SseStream stream = given.open();
        byte[] event = "data: x\n\n".getBytes(StandardCharsets.UTF_8);
        long now = given.clock.nanos();
        stream.wrote(event, 0, event.length, now);
        stream.wrote(event, 0, event.length, now - 1_000_000);

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.get(StreamHistogram.DATA_GAP).sum()).isZero();
        assertThat(totals.get(StreamHistogram.BYTE_GAP).sum()).isZero();
        assertThat(totals.events()).isEqualTo(2);
    }

    @Test
    void sizeIsThatOfTheBlockOnTheWire() {
        SseStream stream = given.open();
        write(stream, ": beat\nid: 1\nevent: a\ndata: 123\n\n");
        write(stream, "data\n\n");
        write(stream, "event: nothing to dispatch\n\n");

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.get(StreamHistogram.EVENT_SIZE).count()).isEqualTo(2);
        assertThat(totals.get(StreamHistogram.EVENT_SIZE).sum()).isEqualTo(33.0 + 6.0);
        assertThat(totals.get(StreamCounter.BLOCKS_WITHOUT_DATA)).isEqualTo(1);
        assertThat(totals.get(StreamCounter.BYTES)).isEqualTo(33 + 6 + 28);
    }

    @Test
    void aWriteIsTimedUntilItsFlush() {
        SseStream stream = given.open();
        timedWrite(stream, 8, 20);
        stream.flushed();
        stream.flushed();

        HistogramTotals writes = given.read().totals().streams().get(StreamHistogram.WRITE_OK);
        assertThat(writes.count()).isEqualTo(1);
        assertThat(writes.sum()).isEqualTo(0.02);
    }

    @Test
    void aLargeWriteIsTimedByItself() {
        SseStream stream = given.open();
        timedWrite(stream, 4096, 30);
        given.clock.advanceSeconds(60);
        stream.flushed();

        HistogramTotals writes = given.read().totals().streams().get(StreamHistogram.WRITE_OK);
        assertThat(writes.count()).isEqualTo(1);
        assertThat(writes.sum()).isEqualTo(0.03);
    }

    @Test
    void aWriteThatWasNotTimedHasNoTime() {
        SseStream stream = given.open();
        write(stream, "data: x\n\n");
        stream.flushed();

        assertThat(given.read().totals().streams().get(StreamHistogram.WRITE_OK).count())
                .isZero();
    }

    @Test
    void aFailedFlushIsNoSuccessfulWrite() {
        SseStream stream = given.open();
        timedWrite(stream, 8, 20);
        stream.failed(new IOException(), 0);
        stream.flushed();

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.get(StreamHistogram.WRITE_OK).count()).isZero();
        assertThat(totals.get(StreamHistogram.WRITE_FAILED).count()).isEqualTo(1);
        assertThat(totals.get(StreamHistogram.WRITE_FAILED).sum()).isEqualTo(0.02);
    }

    @Test
    void nothingWrittenIsNoWrite() {
        SseStream stream = given.open();
        stream.wrote(ByteBuffer.allocate(4), 2, 2, given.clock.nanos());

        assertThat(given.read().totals().streams().get(StreamCounter.BYTES)).isZero();
        assertThat(given.read().totals().streams().get(StreamHistogram.BYTE_GAP).count())
                .isZero();
    }

    @Test
    void latenciesCarryTheTraceOfTheirRequest() {
        SseStream stream =
                given.open(get("/feed").elapsedNanos(100_000_000).header(StreamRequest.TRACEPARENT, TRACEPARENT));
        given.clock.advanceMillis(50);
        timedWrite(stream, "data: 1\n\n".length(), 20);
        stream.flushed();
        timedWrite(stream, 8, 10);
        stream.flushed();
        assertThatExemplarIs(given.read().totals().establish(), 100_000_000);
        assertThatExemplarIs(given.read().totals().streams().get(StreamHistogram.WRITE_OK), 20_000_000);

        write(stream, "data: 1\n\n");
        assertThatExemplarIs(given.read().totals().firstEvent(), 180_000_000);
        stream.evidence(CloseReason.COMPLETE);
        stream.close();

        assertThatExemplarIs(given.read().totals().duration(CloseReason.COMPLETE), 80_000_000);
        assertThatExemplarIs(given.read().totals().streams().get(StreamHistogram.WRITE_OK), 20_000_000);
        assertThat(given.read().totals().idleAtClose(true).exemplars()).isEmpty();
    }

    @Test
    void aMalformedTraceReachesNoExemplar() {
        given.open(get("/feed").elapsedNanos(100_000_000).header(StreamRequest.TRACEPARENT, "00-evil-\"}-01"));

        assertThat(given.read().totals().establish().count()).isEqualTo(1);
        assertThat(given.read().totals().establish().exemplars()).isEmpty();
    }

    @Test
    void theLastAdviceToRetryIsKept() {
        SseStream stream = given.open();
        assertThat(given.read().totals().retryMillis()).isNegative();

        write(stream, "retry: 3000\n");
        write(stream, "retry: 5000\nretry: soon\n\n");
        stream.close();

        assertThat(given.read().totals().retryMillis()).isEqualTo(5_000);
    }

    /** Comment bytes, written in so many milliseconds. */
    private void timedWrite(SseStream stream, int length, long millis) {
        long start = given.clock.nanos();
        given.clock.advanceMillis(millis);
        stream.wrote((":".repeat(length - 1) + "\n").getBytes(StandardCharsets.UTF_8), 0, length, start);
    }

    private static void assertThatExemplarIs(HistogramTotals histogram, long valueNanos) {
        assertThat(histogram.exemplars()).hasSize(1);
        Exemplar exemplar = histogram.exemplars().iterator().next();
        assertThat(exemplar.traceId()).isEqualTo(TRACE_ID);
        assertThat(exemplar.value()).isEqualTo(valueNanos);
    }
}
