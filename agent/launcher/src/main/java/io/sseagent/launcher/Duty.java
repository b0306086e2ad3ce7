package io.sseagent.launcher;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;

/**
 * One of the things that the agent's own thread does once a second, kept apart from the others: whatever it throws is counted
 * and said, and after ten failures in a row it rests for ten minutes. It does not rest for ever, because a heap that is used up
 * fails everything for a while, and the signal file has to work afterwards. For one thread.
 */
abstract class Duty {
    static final int FAILURES_TO_REST = 10;
    static final int RESTS = 600;

    private final String component;
    private final AgentHealth health;
    private final AgentLog log;
    private int failuresInARow;
    private int restsLeft;

    /** {@code component} is what its failures are counted under, from 0 on. */
    Duty(String component, AgentHealth health, AgentLog log) {
        this.component = component;
        this.health = health;
        this.log = log;
        health.expect(component);
    }

    /** May throw anything. */
    abstract void perform() throws Exception;

    /** Called once a second; never throws. */
    final void attempt() {
        if (restsLeft > 0) {
            restsLeft--;
            return;
        }
        try {
            perform();
            failuresInARow = 0;
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    private void failed(Throwable failure) {
        try {
            failuresInARow++;
            boolean rest = failuresInARow == FAILURES_TO_REST;
            if (rest) {
                failuresInARow = 0;
                restsLeft = RESTS;
            }
            health.error(component);
            if (failuresInARow == 1) {
                log.warn("housekeeping failed and goes on: " + component, failure);
            } else if (rest) {
                log.error("housekeeping failed too often and rests for ten minutes: " + component);
            }
        } catch (Throwable again) {
            // nothing is left to say it with
        }
    }
}
