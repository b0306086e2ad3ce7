package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** Two scrapes in a row while a stream lives, ends and is folded into its endpoint. */
@JCStressTest
@Outcome(
        id = "true, true, 2",
        expect = ACCEPTABLE,
        desc = "Each scrape adds up, no total steps back, no event is lost.")
@State
public class LifeAndRead {
    private final GivenModel given = new GivenModel();
    private final SseStream stream = given.open();

    /** The application, and the agent's own thread after it. */
    @Actor
    public void lives() {
        GivenModel.send(stream, "data: 1\n\n");
        GivenModel.send(stream, "event: tick\ndata: a longer one\n\n");
        GivenModel.end(stream, CloseReason.COMPLETE);
        given.model.tick();
        given.model.tick();
    }

    /** Two scrapes. */
    @Actor
    public void reads(ZZI_Result result) {
        GivenModel.Reading first = given.read();
        GivenModel.Reading second = given.read();
        result.r1 = first.addsUp() && second.addsUp();
        result.r2 = second.follows(first);
    }

    /** Afterwards. */
    @Arbiter
    public void atTheEnd(ZZI_Result result) {
        result.r3 = given.read().events;
    }
}
