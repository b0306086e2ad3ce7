package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A scrape while the first stream of a route opens and sends its first event: it sees a whole stream or none. */
@JCStressTest
@Outcome(id = "0, 0, 0", expect = ACCEPTABLE, desc = "Nothing yet.")
@Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "An open stream.")
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "An open stream and its event.")
@State
public class OpenAndRead {
    private final GivenModel given = new GivenModel();

    /** The application. */
    @Actor
    public void opens() {
        GivenModel.send(given.open(), "data: 1\n\n");
    }

    /** A scrape. */
    @Actor
    public void reads(III_Result result) {
        GivenModel.Reading reading = given.read();
        result.r1 = reading.opened;
        result.r2 = reading.active;
        result.r3 = reading.events;
    }
}
