package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two threads end one stream for two reasons, as a time-out and a leaving client do. */
@JCStressTest
@Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "One end, for one reason; nothing is open or tracked.")
@State
public class CloseTwice {
    private final GivenModel given = new GivenModel();
    private final SseStream stream = given.open();

    /** The container. */
    @Actor
    public void timesOut() {
        GivenModel.end(stream, CloseReason.ASYNC_TIMEOUT);
    }

    /** The network. */
    @Actor
    public void leaves() {
        GivenModel.end(stream, CloseReason.CLIENT_CLOSED);
    }

    /** Afterwards. */
    @Arbiter
    public void read(III_Result result) {
        GivenModel.Reading reading = given.read();
        result.r1 = reading.closed;
        result.r2 = reading.active;
        result.r3 = given.model.tracked();
    }
}
