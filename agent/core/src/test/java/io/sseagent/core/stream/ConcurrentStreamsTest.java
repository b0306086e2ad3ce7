package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConcurrentStreamsTest {
    private static final int STREAMS_PER_WRITER = 3_000;
    private static final int EVENTS_PER_STREAM = 20;

    private final GivenModel given = new GivenModel();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @Test
    void totalsNeverStepBackAndAddUpWhenAllIsOver() throws Exception {
        BlockingQueue<SseStream> written = new LinkedBlockingQueue<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Thread> writers = List.of(start(() -> writeStreams(written)), start(() -> writeStreams(written)));
        List<Thread> others = new ArrayList<>();
        for (int closer = 0; closer < 2; closer++) {
            others.add(start(() -> closeStreams(written, writing)));
        }
        others.add(start(() -> {
            while (writing.get()) {
                given.clock.advanceMillis(100);
                given.model.tick();
            }
        }));
        others.add(start(() -> readUntilOver(writing)));

        joinAll(writers);
        writing.set(false);
        joinAll(others);

        assertThat(failure.get()).isNull();
        EndpointSnapshot over = given.read();
        long streams = 2L * STREAMS_PER_WRITER;
        long events = streams * EVENTS_PER_STREAM;
        assertThat(over.active()).isZero();
        assertThat(given.model.tracked()).isZero();
        assertThat(opened(over)).isEqualTo(streams);
        assertThat(closed(over)).isEqualTo(streams);
        StreamTotals totals = over.totals().streams();
        assertThat(totals.events()).isEqualTo(events);
        assertThat(totals.get(StreamHistogram.EVENT_SIZE).count()).isEqualTo(events);
        assertThat(totals.get(StreamHistogram.DATA_GAP).count()).isEqualTo(events - streams);
        assertThat(totals.get(StreamCounter.SENDS_AFTER_CLOSE)).isZero();
        assertThat(totals.get(StreamCounter.BLOCKS_TRUNCATED)).isZero();
    }

    @Test
    void aWriterThatOverlapsTheCloseHarmsNothing() throws Exception {
        byte[] event = "event: a\nid: 7\ndata: some text\n: beat\nretry: 5\n\n".getBytes(StandardCharsets.UTF_8);
        int rounds = 3_000;
        AtomicReference<SseStream> current = new AtomicReference<>();
        CyclicBarrier start = new CyclicBarrier(2);
        Thread closer = start(() -> {
            for (int round = 0; round < rounds; round++) {
                start.await(30, TimeUnit.SECONDS);
                current.get().evidence(CloseReason.CLIENT_CLOSED);
                current.get().close();
                start.await(30, TimeUnit.SECONDS);
            }
        });
        long writes = 0;
        for (int round = 0; round < rounds; round++) {
            SseStream stream = given.open();
            current.set(stream);
            start.await(30, TimeUnit.SECONDS);
            for (int i = 0; i < 20; i++) {
                // in two parts, so that the close also meets unfinished blocks
                stream.wrote(event, 0, 20, 0);
                stream.wrote(event, 20, event.length, 0);
                writes += 2;
            }
            start.await(30, TimeUnit.SECONDS);
        }
        joinAll(List.of(closer));

        assertThat(failure.get()).isNull();
        EndpointSnapshot over = given.read();
        assertThat(over.active()).isZero();
        assertThat(over.totals().closedCount(CloseReason.CLIENT_CLOSED)).isEqualTo(rounds);
        StreamTotals totals = over.totals().streams();
        // each write is either counted with its bytes or sent after the close, and none is both
        long late = totals.get(StreamCounter.SENDS_AFTER_CLOSE);
        assertThat(late).isBetween(1L, writes);
        assertThat(totals.get(StreamCounter.BYTES))
                .isBetween((writes - late) * 20, (writes - late) * (event.length - 20));
        assertThat(totals.events()).isLessThanOrEqualTo((writes - late) / 2);
    }

    @Test
    void twoWritersOfOneStreamTakeTurns() throws Exception {
        byte[] event = "event: a\nid: 7\ndata: some text\n: beat\n\n".getBytes(StandardCharsets.UTF_8);
        int writes = 100_000;
        SseStream stream = given.open();
        Task writer = () -> {
            for (int i = 0; i < writes; i++) {
                stream.wrote(event, 0, event.length, 0);
            }
        };
        joinAll(List.of(start(writer), start(writer)));

        assertThat(failure.get()).isNull();
        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.events()).isEqualTo(2L * writes);
        assertThat(totals.get(StreamCounter.COMMENTS)).isEqualTo(2L * writes);
        assertThat(totals.get(StreamCounter.BYTES)).isEqualTo(2L * writes * event.length);
        assertThat(totals.get(StreamCounter.BLOCKS_WITHOUT_DATA)).isZero();
    }

    private void writeStreams(BlockingQueue<SseStream> written) {
        for (int i = 0; i < STREAMS_PER_WRITER; i++) {
            SseStream stream = given.open();
            for (int event = 0; event < EVENTS_PER_STREAM; event++) {
                write(stream, "event: type" + (char) ('a' + event % 5) + "\ndata: x\n\n");
            }
            written.add(stream);
        }
    }

    private void closeStreams(BlockingQueue<SseStream> written, AtomicBoolean writing) throws InterruptedException {
        while (writing.get() || !written.isEmpty()) {
            SseStream stream = written.poll(10, TimeUnit.MILLISECONDS);
            if (stream != null) {
                stream.evidence(CloseReason.COMPLETE);
                stream.close();
            }
        }
    }

    private void readUntilOver(AtomicBoolean writing) {
        long[] before = new long[6];
        while (writing.get()) {
            for (EndpointSnapshot snapshot : given.model.read()) {
                StreamTotals streams = snapshot.totals().streams();
                long[] now = {
                    opened(snapshot),
                    closed(snapshot),
                    streams.events(),
                    streams.get(StreamCounter.BYTES),
                    streams.get(StreamHistogram.EVENT_SIZE).count(),
                    (long) streams.get(StreamHistogram.EVENT_SIZE).sum(),
                };
                for (int i = 0; i < now.length; i++) {
                    assertThat(now[i]).as("total %d", i).isGreaterThanOrEqualTo(before[i]);
                }
                assertThat(opened(snapshot) - closed(snapshot)).isEqualTo(snapshot.active());
                before = now;
            }
        }
    }

    private static long opened(EndpointSnapshot snapshot) {
        long opened = 0;
        for (OpenKind kind : OpenKind.values()) {
            opened += snapshot.totals().openedCount(kind);
        }
        return opened;
    }

    private static long closed(EndpointSnapshot snapshot) {
        long closed = 0;
        for (CloseReason reason : CloseReason.values()) {
            closed += snapshot.totals().closedCount(reason);
        }
        return closed;
    }

    private Thread start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        });
        thread.start();
        return thread;
    }

    private static void joinAll(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private interface Task {
        void run() throws Exception;
    }
}
