package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.sseagent.bootstrap.SseStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** The agent is disabled while a stream writes, and enabled again. */
@JCStressTest
@Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "The pause was first; what is written after it counts.")
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "The write was first; what is written after it counts.")
@State
public class PauseAndWrite {
    private final GivenModel given = new GivenModel();
    private final SseStream stream = given.open();

    /** The application. */
    @Actor
    public void writes() {
        GivenModel.send(stream, "data: 1\n\n");
    }

    /** An operator. */
    @Actor
    public void disables() {
        given.model.switchTo(false);
    }

    /** Afterwards. */
    @Arbiter
    public void goesOn(III_Result result) {
        int before = given.read().events;
        given.model.switchTo(true);
        GivenModel.send(stream, "data: 2\n\n");
        GivenModel.Reading reading = given.read();
        result.r1 = before;
        result.r2 = reading.events - before;
        result.r3 = reading.active;
    }
}
