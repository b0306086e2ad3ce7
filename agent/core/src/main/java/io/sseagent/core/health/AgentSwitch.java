package io.sseagent.core.health;

import io.sseagent.core.log.AgentLog;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The kill switch: the agent observes as long as nobody keeps it disabled. Each of {@link DisabledBy} holds and releases it
 * alone, so that the breaker's recovery does not undo what an operator decided. Thread-safe.
 */
public final class AgentSwitch {
    private final Switchable switched;
    private final AgentHealth health;
    private final AgentLog log;
    // Guarded by this.
    private final Set<DisabledBy> holders = EnumSet.noneOf(DisabledBy.class);
    private int changes;

    /** Nobody holds it. */
    public AgentSwitch(Switchable switched, AgentHealth health, AgentLog log) {
        this.switched = switched;
        this.health = health;
        this.log = log;
    }

    /** Disables on behalf of {@code holder}; {@code who} says for the log who that is, and why. No effect if it does already. */
    public synchronized void disable(DisabledBy holder, String who) {
        if (holders.add(holder)) {
            apply();
            say("disabled by " + who);
        }
    }

    /** Lets go on behalf of {@code holder}: enabled again if it was the last one. No effect if it does not hold. */
    public synchronized void enable(DisabledBy holder, String who) {
        if (holders.remove(holder)) {
            apply();
            say((holders.isEmpty() ? "enabled by " : "not disabled any more by ") + who + stillHeld());
        }
    }

    private void apply() {
        switched.switchTo(holders.isEmpty());
        health.disabled(!holders.isEmpty());
    }

    private String stillHeld() {
        return holders.isEmpty() ? "" : ", still by " + String.join(" and ", heldBy());
    }

    /** Numbered, because the log drops lines that it printed already, and each of these counts. */
    private void say(String what) {
        changes++;
        log.warn("the agent is " + what + " (change " + changes + ")");
    }

    /** In words who keeps it disabled; empty if it is enabled. */
    public synchronized List<String> heldBy() {
        List<String> words = new ArrayList<>();
        for (DisabledBy holder : holders) {
            words.add(holder.words());
        }
        return words;
    }
}
