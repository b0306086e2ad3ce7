package io.sseagent.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.Allocations;
import io.sseagent.core.health.Bound;
import io.sseagent.core.stats.HistogramTotals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream whose application sends everything that a stream can count: every type, size and gap. */
class StreamMemoryBoundTest {
    private static final String BOUND = Bound.STREAM_MEMORY.label();
    private static final int STREAMS = 2_000;
    /** What {@link StreamMemoryTest} allows, with the parser's copy of a short type. */
    private static final int FIXED_BYTES = 1_024 + 96;

    @ParameterizedTest
    @ValueSource(ints = {0, 512, 4096})
    void aStreamHoldsNoMoreThanItMay(int maxBytes) {
        GivenModel given = given(maxBytes);
        sendEverything(given, given.open(), 1_000);
        SseStream[] streams = new SseStream[STREAMS];
        long before = UsedHeap.bytes();
        for (int i = 0; i < STREAMS; i++) {
            streams[i] = given.open();
            sendEverything(given, streams[i], 200);
        }

        assertThat((UsedHeap.bytes() - before) / STREAMS).isLessThanOrEqualTo(FIXED_BYTES + maxBytes);
        assertThat(given.read().active()).isEqualTo(STREAMS + 1);
        assertThat(given.health.overflows().get(BOUND)).isGreaterThan(STREAMS);
        assertThat(streams[STREAMS - 1]).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 48, 100, 512, 4096})
    void whatAStreamHasNoMemoryForIsCountedAllTheSame(int maxBytes) {
        GivenModel bounded = given(maxBytes);
        GivenModel unbounded = given(65_536);

        for (GivenModel given : new GivenModel[] {bounded, unbounded}) {
            for (int i = 0; i < 3; i++) {
                sendEverything(given, given.open(), 2_000);
            }
            given.open().close();
        }

        assertThat(bounded.health.overflows().get(BOUND)).isPositive();
        assertThat(unbounded.health.overflows()).doesNotContainKey(BOUND);
        assertThat(counts(bounded)).isEqualTo(counts(unbounded));
        assertThat(counts(bounded)).as("read twice").isEqualTo(counts(unbounded));
    }

    @Test
    void whatIsCountedInCommonIsPartOfThePeak() {
        GivenModel given = given(0);
        SseStream stream = given.open();
        given.model.tick();
        for (int i = 0; i < 90; i++) {
            GivenModel.write(stream, "event: price\ndata: x\n\n");
        }
        given.clock.advanceSeconds(1);
        given.model.tick();

        assertThat(given.read().peakPerSecond()).isEqualTo(90);
    }

    @Test
    void countingInCommonAllocatesNothing() {
        GivenModel given = given(0);
        SseStream stream = given.open();
        byte[] event = "event: price\ndata: x\n\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Allocations.leastBytesOf(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        stream.wrote(event, 0, event.length, given.clock.nanos());
                        stream.flushed();
                    }
                }))
                .isZero();
        assertThat(given.health.overflows().get(BOUND)).isGreaterThan(10_000);
    }

    @Test
    void readersSeeNoStepBackWhileStreamsCountInCommon() throws Exception {
        GivenModel given = given(256);
        int events = 20_000;
        ExecutorService writers = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                SseStream stream = given.open();
                Random random = new Random(i);
                written.add(writers.submit(() -> {
                    for (int event = 0; event < events; event++) {
                        GivenModel.write(stream, event(random));
                    }
                    stream.close();
                }));
            }
            long eventsBefore = 0;
            long sizesBefore = 0;
            double sumBefore = 0;
            while (!written.stream().allMatch(Future::isDone)) {
                StreamTotals now = given.read().totals().streams();
                HistogramTotals sizes = now.get(StreamHistogram.EVENT_SIZE);
                assertThat(now.events()).isGreaterThanOrEqualTo(eventsBefore);
                assertThat(sizes.count()).isGreaterThanOrEqualTo(sizesBefore);
                assertThat(sizes.sum()).isGreaterThanOrEqualTo(sumBefore);
                eventsBefore = now.events();
                sizesBefore = sizes.count();
                sumBefore = sizes.sum();
                given.model.tick();
            }
            for (Future<?> writer : written) {
                writer.get();
            }
        } finally {
            writers.shutdownNow();
        }
        StreamTotals all = given.read().totals().streams();
        assertThat(all.events()).isEqualTo(3L * events);
        assertThat(all.get(StreamHistogram.EVENT_SIZE).count()).isEqualTo(3L * events);
    }

    private static GivenModel given(int maxBytes) {
        return new GivenModel("event.types.max=100,stream.memory.max=" + maxBytes);
    }

    private static void sendEverything(GivenModel given, SseStream stream, int events) {
        Random random = new Random(42);
        for (int i = 0; i < events; i++) {
            byte[] bytes = event(random).getBytes(StandardCharsets.UTF_8);
            stream.wrote(bytes, 0, bytes.length, given.clock.nanos());
            given.clock.advanceMillis(1L << random.nextInt(12));
            stream.flushed();
            given.clock.advanceMillis(random.nextInt(1 << random.nextInt(18)));
        }
        stream.failed(new IOException("gone"), given.clock.nanos());
    }

    private static String event(Random random) {
        char first = (char) ('a' + random.nextInt(26));
        char second = (char) ('a' + random.nextInt(5));
        return "event: " + first + second + "\ndata: " + "x".repeat(1 << random.nextInt(14)) + "\n\n";
    }

    private static List<String> counts(GivenModel given) {
        EndpointSnapshot snapshot = given.read();
        List<String> counts = new ArrayList<>();
        counts.add(GivenModel.events(snapshot).toString());
        for (StreamHistogram histogram : StreamHistogram.values()) {
            HistogramTotals totals = snapshot.totals().streams().get(histogram);
            StringBuilder cells = new StringBuilder(histogram + " " + totals.sum() + " " + totals.zeroCount());
            totals.visitNative((index, count) ->
                    cells.append(' ').append(index).append(':').append(count));
            counts.add(cells.toString());
        }
        return counts;
    }
}
