package io.sseagent.core.health;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Disables the agent when it, or the memory of its host, is not well, and enables it again later. It cannot flap: whoever trips
 * again within ten minutes of a recovery, or within the last wait if that is longer, waits twice as long. Of one thread.
 */
public final class CircuitBreaker {
    private static final int LONGEST_BACK_OFF = 16;
    private static final long PROBATION_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final List<BreakerLimit> limits;
    private final long recoveryNanos;
    private final AgentSwitch agentSwitch;
    private final AgentHealth health;
    private BreakerLimit tripped;
    private int backOff = 1;
    private boolean triedBefore;
    private long changedNanos;

    /** A closed breaker. */
    public CircuitBreaker(List<BreakerLimit> limits, long recoveryNanos, AgentSwitch agentSwitch, AgentHealth health) {
        this.limits = limits;
        this.recoveryNanos = recoveryNanos;
        this.agentSwitch = agentSwitch;
        this.health = health;
    }

    /** Called once a second. */
    public void tick(long nowNanos) {
        BreakerLimit passed = passedLimit();
        if (tripped != null) {
            recover(nowNanos);
        } else if (passed != null) {
            trip(passed, nowNanos);
        }
    }

    /** Reads every limit, whichever is passed. */
    private BreakerLimit passedLimit() {
        BreakerLimit first = null;
        for (BreakerLimit limit : limits) {
            boolean isPassed = limit.isPassed();
            first = first == null && isPassed ? limit : first;
        }
        return first;
    }

    private void trip(BreakerLimit passed, long nowNanos) {
        boolean soon = triedBefore && nowNanos - changedNanos <= Math.max(waitNanos(), PROBATION_NANOS);
        backOff = soon ? Math.min(backOff * 2, LONGEST_BACK_OFF) : 1;
        tripped = passed;
        changedNanos = nowNanos;
        health.tripped(passed.cause());
        agentSwitch.disable(
                DisabledBy.BREAKER,
                DisabledBy.BREAKER.words() + ", " + passed.describe() + "; it tries again in "
                        + TimeUnit.NANOSECONDS.toSeconds(waitNanos()) + " s at the earliest");
        restartLimits();
    }

    /** What was measured before a change says nothing of the time after it; a scraper may not even come again. */
    private void restartLimits() {
        for (BreakerLimit limit : limits) {
            limit.restart();
        }
    }

    private long waitNanos() {
        return recoveryNanos * backOff;
    }

    private void recover(long nowNanos) {
        if (nowNanos - changedNanos < waitNanos()) {
            return;
        }
        for (BreakerLimit limit : limits) {
            if (!limit.isWell()) {
                return;
            }
        }
        restartLimits();
        tripped = null;
        triedBefore = true;
        changedNanos = nowNanos;
        agentSwitch.enable(DisabledBy.BREAKER, DisabledBy.BREAKER.words());
    }
}
