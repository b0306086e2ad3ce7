package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.stats.HistogramTotals;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WriteTimesTest {
    private static final byte[] EVENT = "data: x\n\n".getBytes(StandardCharsets.UTF_8);

    private final GivenModel given = new GivenModel();
    private final SseStream stream = given.open();

    @Test
    void everyWriteIsTimedWhileNobodyIsBusy() {
        writeInMillis(1);
        writeInMillis(2);
        writeInMillis(3);

        assertThat(writes().count()).isEqualTo(3);
        assertThat(writes().sum()).isEqualTo(0.006);
    }

    @Test
    void theModelIsBusyFromTwentyThousandEventsASecondOn() {
        write(given.open(), events(19_999));
        given.clock.advanceSeconds(1);
        assertThat(given.model.tick()).isFalse();

        write(given.open(), events(20_000));
        given.clock.advanceSeconds(1);
        assertThat(given.model.tick()).isTrue();
    }

    @Test
    void whileThePulseBeatsOneOfEightWritesIsTimedAndCountsForAll() {
        given.model.beat();
        writeInMillis(1);
        for (int i = 0; i < 7; i++) {
            writeInMillis(2);
        }
        assertThat(writes().count()).isEqualTo(1);

        writeInMillis(3);

        assertThat(writes().count()).isEqualTo(9);
        assertThat(writes().sum()).isEqualTo(0.001 + 8 * 0.003);
    }

    @Test
    void aWriteInWhichABeatPassedIsTimed() {
        given.model.beat();
        writeInMillis(1);
        long start = given.clock.nanos();
        stream.wrote(EVENT, 0, EVENT.length, start);
        given.clock.advanceMillis(400);
        given.model.beat();
        stream.flushed();

        assertThat(writes().count()).isEqualTo(2);
        assertThat(writes().sum()).isEqualTo(0.401);
    }

    @Test
    void aSlowWriteCountsOnceAndNotForTheFastOnesBeforeIt() {
        given.model.beat();
        for (int i = 0; i < 4; i++) {
            writeInMillis(1);
        }
        long start = given.clock.nanos();
        given.clock.advanceMillis(400);
        given.model.beat();
        stream.wrote(EVENT, 0, EVENT.length, start);
        stream.flushed();
        assertThat(writes().count()).isEqualTo(2);
        assertThat(writes().sum()).isEqualTo(0.401);

        for (int i = 0; i < 5; i++) {
            writeInMillis(2);
        }

        assertThat(writes().count()).isEqualTo(10);
        assertThat(writes().sum()).isEqualTo(0.417);
    }

    @Test
    void theFirstWriteAfterABeatIsTimedEvenIfTheBeatCameBeforeItWasReported() {
        given.model.beat();
        writeInMillis(1);
        long start = given.clock.nanos();
        given.clock.advanceMillis(400);
        given.model.beat();
        stream.wrote(EVENT, 0, EVENT.length, start);
        stream.flushed();

        assertThat(writes().sum()).isEqualTo(0.401);
    }

    @Test
    void gapsStayExactWhileThePulseBeats() {
        given.model.beat();
        for (int i = 0; i < 5; i++) {
            writeInMillis(10);
        }

        HistogramTotals gaps = given.read().totals().streams().get(StreamHistogram.DATA_GAP);
        assertThat(gaps.count()).isEqualTo(4);
        assertThat(gaps.sum()).isEqualTo(0.04);
    }

    @Test
    void everyWriteIsTimedAgainOnceThePulseRests() {
        given.model.beat();
        writeInMillis(1);
        given.model.rest();
        writeInMillis(2);
        writeInMillis(3);

        assertThat(writes().count()).isEqualTo(3);
        assertThat(writes().sum()).isEqualTo(0.006);
    }

    private void writeInMillis(long millis) {
        long start = given.clock.nanos();
        stream.wrote(EVENT, 0, EVENT.length, start);
        given.clock.advanceMillis(millis);
        stream.flushed();
    }

    private static String events(int count) {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < count; i++) {
            events.append("data: x\n\n");
        }
        return events.toString();
    }

    private HistogramTotals writes() {
        return given.read().totals().streams().get(StreamHistogram.WRITE_OK);
    }
}
