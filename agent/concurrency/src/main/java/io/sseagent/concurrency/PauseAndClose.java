package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A stream ends while the agent is being disabled: ends are counted all the time. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It has ended.")
@State
public class PauseAndClose {
    private final GivenModel given = new GivenModel();
    private final SseStream stream = given.open();

    /** The server. */
    @Actor
    public void closes() {
        GivenModel.end(stream, CloseReason.COMPLETE);
    }

    /** An operator. */
    @Actor
    public void disables() {
        given.model.switchTo(false);
    }

    /** Afterwards. */
    @Arbiter
    public void read(II_Result result) {
        GivenModel.Reading reading = given.read();
        result.r1 = reading.closed;
        result.r2 = reading.active;
    }
}
