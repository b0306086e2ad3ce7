package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import org.junit.jupiter.api.Test;

class StreamGaugesTest {
    private final GivenModel given = new GivenModel("stalled.after=60s");

    @Test
    void aStreamIsStalledAfterTheThresholdAndNotAtIt() {
        SseStream stream = given.open();
        given.clock.advanceSeconds(60);
        assertThatStalledAre(0, 0);

        given.clock.advanceMillis(1);
        assertThatStalledAre(1, 1);

        write(stream, ": beat\n");
        assertThatStalledAre(1, 0);
        write(stream, "data: x\n\n");
        assertThatStalledAre(0, 0);

        given.clock.advanceSeconds(61);
        assertThatStalledAre(1, 1);
        stream.close();
        assertThatStalledAre(0, 0);
    }

    @Test
    void theOldestOpenStreamSaysHowOld() {
        assertThat(given.model.read()).isEmpty();
        SseStream oldest = given.open();
        given.clock.advanceSeconds(10);
        SseStream youngest = given.open();
        given.clock.advanceSeconds(5);

        assertThat(given.read().oldestAgeNanos()).isEqualTo(15_000_000_000L);
        oldest.close();
        assertThat(given.read().oldestAgeNanos()).isEqualTo(5_000_000_000L);
        youngest.close();
        assertThat(given.read().oldestAgeNanos()).isZero();
    }

    @Test
    void thePeakIsTheHighestSecondOfTheLastMinute() {
        SseStream stream = given.open();
        secondWith(stream, 3);
        secondWith(stream, 7);
        secondWith(stream, 2);
        assertThat(given.read().peakPerSecond()).isEqualTo(7);

        for (int second = 0; second < 58; second++) {
            secondWith(stream, 1);
        }
        assertThat(given.read().peakPerSecond()).isEqualTo(7);
        secondWith(stream, 1);
        assertThat(given.read().peakPerSecond()).isEqualTo(2);
        secondWith(stream, 1);
        assertThat(given.read().peakPerSecond()).isEqualTo(1);
    }

    @Test
    void aClosedStreamsEventsStayInItsSecond() {
        SseStream stream = given.open();
        events(stream, 5);
        stream.close();
        given.clock.advanceSeconds(1);
        given.model.tick();
        assertThat(given.read().peakPerSecond()).isEqualTo(5);

        for (int second = 0; second < 60; second++) {
            secondWith(given.open(), 0);
        }
        assertThat(given.read().peakPerSecond()).isZero();
    }

    @Test
    void aLateTickShowsNoFalsePeak() {
        SseStream stream = given.open();
        events(stream, 100);
        given.clock.advanceSeconds(10);
        given.model.tick();

        assertThat(given.read().peakPerSecond()).isEqualTo(10);
    }

    @Test
    void anEarlyTickShowsNoFalsePeak() {
        SseStream stream = given.open();
        events(stream, 3);
        given.clock.advanceMillis(1);
        given.model.tick();

        assertThat(given.read().peakPerSecond()).isEqualTo(3);
    }

    private void secondWith(SseStream stream, int events) {
        events(stream, events);
        given.clock.advanceSeconds(1);
        given.model.tick();
    }

    private static void events(SseStream stream, int events) {
        write(stream, "data: x\n\n".repeat(events));
    }

    private void assertThatStalledAre(int data, int bytes) {
        EndpointSnapshot snapshot = given.read();
        assertThat(snapshot.stalledData()).as("without data").isEqualTo(data);
        assertThat(snapshot.stalledBytes()).as("without bytes").isEqualTo(bytes);
    }
}
