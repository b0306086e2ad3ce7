package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the kill switch does to the model. */
class PausedModelTest {
    private final GivenModel given = new GivenModel("stalled.after=60s,reconnect.window=60s");

    private void pause() {
        given.model.switchTo(false);
    }

    private void resume() {
        given.model.switchTo(true);
    }

    private long count(StreamCounter counter) {
        return given.read().totals().streams().get(counter);
    }

    private long count(StreamHistogram histogram) {
        return given.read().totals().streams().get(histogram).count();
    }

    @Test
    void anOpenStreamStopsCountingAndStaysOpen() {
        SseStream stream = given.open();
        GivenModel.write(stream, "data: 1\n\n");

        pause();
        GivenModel.write(stream, "data: 2\n\n");
        stream.wrote(ByteBuffer.wrap("data: 3\n\n".getBytes(StandardCharsets.UTF_8)), 0, 9, 7);
        stream.wrote('\n', 0);
        stream.flushed();

        assertThat(given.model.isRecording()).isFalse();
        assertThat(GivenModel.events(given.read())).isEqualTo(Map.of("message", 1L));
        assertThat(count(StreamCounter.BYTES)).isEqualTo(9);
        assertThat(given.read().active()).isEqualTo(1);
    }

    @Test
    void whatIsOpenedOrRefusedMeanwhileIsNotObserved() {
        pause();

        assertThat(given.open()).isNull();
        given.model.refused(GivenModel.get("/feed"), 503);

        assertThat(given.model.read()).isEmpty();
        assertThat(given.model.tracked()).isZero();
    }

    @Test
    void anOpenStreamGoesOnAtTheBeginningOfALineLikeAnAttachedOne() {
        SseStream stream = given.open();
        GivenModel.write(stream, "event: tick\ndata: begun");

        pause();
        GivenModel.write(stream, " and ended\n\ndata: unseen\n\nevent: to");
        resume();
        GivenModel.write(stream, "ck\n\ndata: 3\n\n");

        assertThat(GivenModel.events(given.read())).isEqualTo(Map.of("message", 1L));
        assertThat(count(StreamCounter.BLOCKS_WITHOUT_DATA))
                .as("the block of which the beginning is unknown")
                .isZero();
        assertThat(count(StreamCounter.BLOCKS_TRUNCATED)).isZero();
    }

    @Test
    void thePauseIsNoGapAndNoFirstEvent() {
        SseStream silent = given.open(GivenModel.get("/feed").elapsedNanos(1));
        SseStream stream = given.open(GivenModel.get("/feed").elapsedNanos(1));
        GivenModel.write(stream, "data: 1\n\n");
        pause();
        given.clock.advanceSeconds(100);
        resume();
        GivenModel.write(stream, "data: 2\n\n");
        GivenModel.write(silent, "data: first that was seen\n\n");

        assertThat(count(StreamHistogram.DATA_GAP)).isZero();
        assertThat(count(StreamHistogram.BYTE_GAP)).isZero();
        assertThat(given.read().totals().firstEvent().count()).isEqualTo(1);
        given.clock.advanceSeconds(1);
        GivenModel.write(stream, "data: 3\n\n");
        assertThat(count(StreamHistogram.DATA_GAP)).isEqualTo(1);
    }

    @Test
    void aWriteThatTheSwitchInterruptsIsNotTimed() {
        SseStream stream = given.open();
        byte[] bytes = "data: 1\n\n".getBytes(StandardCharsets.UTF_8);
        stream.wrote(bytes, 0, bytes.length, given.clock.nanos());

        pause();
        stream.flushed();
        resume();
        stream.flushed();
        GivenModel.write(stream, "data: 2\n\n");
        stream.flushed();

        assertThat(count(StreamHistogram.WRITE_OK)).isZero();
    }

    @Test
    void aStreamThatEndsMeanwhileLeavesTheGaugesForItsReason() {
        SseStream stream = given.open();
        GivenModel.write(stream, "data: cut off");

        pause();
        stream.failed(new IOException("gone"), given.clock.nanos());
        stream.failed(new IOException("again"), given.clock.nanos());
        stream.close();

        EndpointSnapshot snapshot = given.read();
        assertThat(snapshot.active()).isZero();
        assertThat(given.model.tracked()).isZero();
        assertThat(snapshot.totals().closedCount(CloseReason.CLIENT_CLOSED)).isEqualTo(1);
        assertThat(snapshot.totals().closedCount(CloseReason.TRUNCATED)).isZero();
        assertThat(snapshot.totals().idleAtClose(false).count()).isZero();
        assertThat(count(StreamHistogram.WRITE_FAILED)).isZero();
        assertThat(count(StreamCounter.SENDS_AFTER_CLOSE)).isZero();
    }

    @Test
    void aStreamThatEndsAfterItWasSilentThroughAPauseHasAnUnknownSilence() {
        SseStream stream = given.open();
        GivenModel.write(stream, "data: 1\n\n");
        pause();
        given.clock.advanceSeconds(5);
        resume();

        stream.evidence(CloseReason.COMPLETE);
        stream.close();

        assertThat(given.read().totals().closedCount(CloseReason.COMPLETE)).isEqualTo(1);
        assertThat(given.read().totals().idleAtClose(true).count()).isZero();
    }

    @Test
    void nobodyIsStalledUntilItWasListenedToForLongEnough() {
        given.open();
        given.clock.advanceSeconds(61);
        assertThat(given.read().stalledData()).isEqualTo(1);

        pause();
        assertThat(given.read().stalledData()).isZero();
        given.clock.advanceSeconds(500);
        resume();
        assertThat(given.read().stalledBytes()).isZero();
        given.clock.advanceSeconds(61);
        assertThat(given.read().stalledBytes()).isEqualTo(1);
    }

    @Test
    void clientsThatWereCutOffBeforeOrMeanwhileAreNotExpectedBack() {
        StreamRequest request = GivenModel.get("/feed").header(StreamRequest.USER_AGENT, "browser");
        SseStream before = given.open(request);
        SseStream meanwhile = given.open(request);
        before.evidence(CloseReason.COMPLETE);
        before.close();
        pause();
        meanwhile.evidence(CloseReason.COMPLETE);
        meanwhile.close();
        resume();

        given.clock.advanceSeconds(61);
        given.model.tick();

        assertThat(given.read().totals().reconnectCount(ReconnectOutcome.TIMEOUT))
                .isZero();
    }

    @Test
    void aStreamThatOpensInTheMomentOfThePauseIsPausedToo() {
        Endpoint endpoint = ((LiveStream) given.open()).ref().endpoint;
        pause();
        Opening opening = new Opening(GivenModel.get("/feed"), 0, 0, new ReferenceQueue<>(), given.clock.nanos());
        LiveStream stream = new LiveStream(given.model, endpoint, opening, null);
        endpoint.opened(stream.ref(), opening.kind(), opening.establishNanos(), given.clock.epochMillis());

        GivenModel.write(stream, "data: unseen\n\n");

        assertThat(GivenModel.events(given.read())).isEmpty();
        resume();
        GivenModel.write(stream, "data: seen\n\n");
        assertThat(GivenModel.events(given.read())).isEqualTo(Map.of("message", 1L));
    }

    @Test
    void switchingWhileStreamsAreWrittenLosesNoEnd() throws Exception {
        AtomicBoolean switching = new AtomicBoolean(true);
        AtomicBoolean closed = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread writer = new Thread(() -> {
                while (switching.get()) {
                    SseStream stream = given.open();
                    for (int write = 0; stream != null && write < 20; write++) {
                        GivenModel.write(stream, "data: " + write + "\n\n");
                        stream.flushed();
                    }
                    if (stream != null) {
                        stream.evidence(CloseReason.COMPLETE);
                        stream.close();
                        closed.set(true);
                    }
                }
            });
            writer.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
            writers.add(writer);
            writer.start();
        }
        // a busy machine may not let the writers begin for a while
        for (int i = 0; i < 2_000 || (!closed.get() && failure.get() == null); i++) {
            given.model.switchTo(i % 2 == 0);
            given.model.tick();
        }
        switching.set(false);
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(failure.get()).isNull();
        assertThat(given.model.tracked()).isZero();
        EndpointTotals totals = given.read().totals();
        assertThat(given.read().active()).isZero();
        assertThat(totals.closedCount(CloseReason.COMPLETE)).isEqualTo(totals.openedCount(OpenKind.FRESH));
        assertThat(totals.closedCount(CloseReason.TRUNCATED)).isZero();
    }

    @Test
    void switchingTwiceIsSwitchingOnce() {
        SseStream stream = given.open();
        GivenModel.write(stream, "data: 1\n");
        resume();
        GivenModel.write(stream, "\n");

        assertThat(GivenModel.events(given.read())).isEqualTo(Map.of("message", 1L));
        pause();
        pause();
        resume();
        assertThat(given.model.isRecording()).isTrue();
    }
}
