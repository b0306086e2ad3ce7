package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.sseagent.bootstrap.CloseReason;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** The first two streams of a route open at once. */
@JCStressTest
@Outcome(
        id = "1, 2, 1",
        expect = ACCEPTABLE,
        desc = "One endpoint with both of them, and the one that ended has ended.")
@State
public class OpenTwice {
    private final GivenModel given = new GivenModel();

    /** One request. */
    @Actor
    public void opens() {
        given.open();
    }

    /** Another one, which ends at once. */
    @Actor
    public void opensAndEnds() {
        GivenModel.end(given.open(), CloseReason.COMPLETE);
    }

    /** Afterwards. */
    @Arbiter
    public void read(III_Result result) {
        GivenModel.Reading reading = given.read();
        result.r1 = reading.endpoints;
        result.r2 = reading.opened;
        result.r3 = reading.active;
    }
}
