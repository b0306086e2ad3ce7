package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that lets go of a response without telling: only its collection shows the end. */
class MissedEndTest {
    private final GivenModel given = new GivenModel();

    @Test
    void aStreamWhoseResponseWasCollectedIsClosedForUnknownReasons() throws Exception {
        SseStream kept = given.open();
        openAndDrop();
        given.clock.advanceSeconds(3);

        awaitActive(1);

        EndpointTotals totals = given.read().totals();
        assertThat(totals.closedCount(CloseReason.UNKNOWN)).isEqualTo(1);
        assertThat(totals.duration(CloseReason.UNKNOWN).sum()).isEqualTo(3.0);
        assertThat(totals.streams().events()).as("what it counted stays").isEqualTo(1);
        assertThat(given.model.tracked()).isEqualTo(1);
        write(kept, "data: still here\n\n");
        assertThat(given.read().totals().streams().events()).isEqualTo(2);
        kept.close();
    }

    @Test
    void aStreamThatWasClosedIsNotClosedAgainWhenItIsCollected() throws Exception {
        SseStream closed = given.open();
        closed.evidence(CloseReason.COMPLETE);
        closed.close();
        closed = null;
        openAndDrop();

        awaitActive(0);
        System.gc();
        given.model.tick();

        EndpointTotals totals = given.read().totals();
        assertThat(totals.closedCount(CloseReason.COMPLETE)).isEqualTo(1);
        assertThat(totals.closedCount(CloseReason.UNKNOWN)).isEqualTo(1);
        assertThat(given.model.tracked()).isZero();
    }

    @Test
    void aStreamKeptForAnExchangeEndsWithIt() throws Exception {
        keepForAnExchangeThatIsDropped();

        awaitActive(0);

        assertThat(given.read().totals().closedCount(CloseReason.UNKNOWN)).isEqualTo(1);
    }

    private void openAndDrop() {
        write(given.open(), "data: x\n\n");
    }

    private void keepForAnExchangeThatIsDropped() {
        SseStreams.keep(new Object(), given.open());
    }

    private void awaitActive(int expected) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (given.read().active() != expected) {
            assertThat(System.nanoTime()).as("collected in time").isLessThan(deadline);
            System.gc();
            given.model.tick();
            Thread.onSpinWait();
        }
    }
}
