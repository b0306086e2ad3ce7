package io.sseagent.core.wire;

import io.sseagent.core.health.AgentThreads;
import io.sseagent.core.stream.Clock;

/**
 * When a thing may be done again: after an interval, and no sooner than after a hundred times the processor time that it has just taken. Where
 * that cannot be had, time on the clock stands for it. For the agent's thread.
 */
final class Pace {
    private static final int COST_SHARE = 100;

    private final AgentThreads threads;
    private final Clock clock;
    private boolean begun;
    private long dueNanos;
    private long startNanos;
    private long startCpuNanos;

    Pace(AgentThreads threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
    }

    /** Whether it is time; then {@link #ends} follows. */
    boolean begins() {
        long now = clock.nanos();
        if (begun && now - dueNanos < 0) {
            return false;
        }
        begun = true;
        startNanos = now;
        startCpuNanos = threads.currentCpuNanos();
        return true;
    }

    /** It is done, and not again within the interval. */
    void ends(long intervalNanos) {
        long now = clock.nanos();
        long costNanos = startCpuNanos < 0 ? now - startNanos : threads.currentCpuNanos() - startCpuNanos;
        dueNanos = now + Math.max(intervalNanos, costNanos * COST_SHARE);
    }
}
