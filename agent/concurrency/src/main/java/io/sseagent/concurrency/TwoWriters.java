package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.sseagent.bootstrap.SseStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads write events of different types to one stream. */
@JCStressTest
@Outcome(id = "2, 44", expect = ACCEPTABLE, desc = "Both events, every byte.")
@State
public class TwoWriters {
    private final GivenModel given = new GivenModel();
    private final SseStream stream = given.open();

    /** One thread of the application. */
    @Actor
    public void writesTicks() {
        GivenModel.send(stream, "event: tick\ndata: 1\n\n");
    }

    /** Another one. */
    @Actor
    public void writesOrders() {
        GivenModel.send(stream, "event: order\ndata: 22\n\n");
    }

    /** Afterwards. */
    @Arbiter
    public void read(II_Result result) {
        GivenModel.Reading reading = given.read();
        result.r1 = reading.events;
        result.r2 = reading.bytes;
    }
}
