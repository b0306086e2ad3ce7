package io.sseagent.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.health.DisabledBy;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** The disable file goes while an operator disables by request: whoever comes last, the operator's wish stands. */
@JCStressTest
@Outcome(id = "false", expect = ACCEPTABLE, desc = "Disabled.")
@State
public class SwitchHolders {
    private static final AgentLog SILENT = AgentLog.toStandardError(LogLevel.OFF);

    private final GivenModel given = new GivenModel();
    private final AgentSwitch agentSwitch = new AgentSwitch(given.model, given.health, SILENT);

    /** Held by the file. */
    public SwitchHolders() {
        agentSwitch.disable(DisabledBy.FILE, "the file");
    }

    /** The agent's own thread. */
    @Actor
    public void releases() {
        agentSwitch.enable(DisabledBy.FILE, "the file");
    }

    /** An operator. */
    @Actor
    public void disables() {
        agentSwitch.disable(DisabledBy.REQUEST, "a request");
    }

    /** Afterwards. */
    @Arbiter
    public void read(Z_Result result) {
        result.r1 = given.model.isRecording();
    }
}
