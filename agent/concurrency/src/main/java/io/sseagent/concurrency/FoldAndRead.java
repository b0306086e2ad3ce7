package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The moment in which a closed stream's cells move into its endpoint: a reader finds them in one place, never in none or both. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The event is there, once.")
@State
public class FoldAndRead {
    private final GivenModel given = new GivenModel();

    /** A stream with one event that has ended. */
    public FoldAndRead() {
        SseStream stream = given.open();
        GivenModel.send(stream, "data: 1\n\n");
        GivenModel.end(stream, CloseReason.COMPLETE);
        given.model.tick();
    }

    /** The agent's own thread. */
    @Actor
    public void folds() {
        given.model.tick();
    }

    /** Two scrapes. */
    @Actor
    public void reads(II_Result result) {
        result.r1 = given.read().events;
        result.r2 = given.read().events;
    }
}
