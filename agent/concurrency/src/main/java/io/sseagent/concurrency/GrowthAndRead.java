package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.sseagent.bootstrap.SseStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A stream's cells are copied into larger ones while they are read: six types pass the first table's four places. */
@JCStressTest
@Outcome(id = "true, 6", expect = ACCEPTABLE, desc = "No total steps back, no event is lost.")
@State
public class GrowthAndRead {
    private final GivenModel given = new GivenModel();
    private final SseStream stream = given.open();

    /** The application. */
    @Actor
    public void writes() {
        for (char type = 'a'; type <= 'f'; type++) {
            GivenModel.send(stream, "event: " + type + "\ndata: " + "x".repeat(1 << (type - 'a')) + "\n\n");
        }
    }

    /** Two scrapes. */
    @Actor
    public void reads(ZI_Result result) {
        GivenModel.Reading first = given.read();
        GivenModel.Reading second = given.read();
        result.r1 = second.follows(first);
    }

    /** Afterwards. */
    @Arbiter
    public void atTheEnd(ZI_Result result) {
        result.r2 = given.read().events;
    }
}
