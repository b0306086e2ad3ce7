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

/** An event is written while another thread ends its stream: it is counted on one side of the end, and on one only. */
@JCStressTest
@Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "Before the end.")
@Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "After the end.")
@State
public class WriteAndClose {
    private final GivenModel given = new GivenModel();
    private final SseStream stream = given.open();

    /** The application. */
    @Actor
    public void writes() {
        GivenModel.send(stream, "data: 1\n\n");
    }

    /** The server. */
    @Actor
    public void closes() {
        GivenModel.end(stream, CloseReason.CLIENT_CLOSED);
    }

    /** Afterwards, when the closed stream has been folded into its endpoint. */
    @Arbiter
    public void read(III_Result result) {
        given.model.tick();
        given.model.tick();
        GivenModel.Reading reading = given.read();
        result.r1 = reading.events;
        result.r2 = reading.sentAfterClose;
        result.r3 = reading.active;
    }
}
