package io.sseagent.core.delivery;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import java.util.concurrent.atomic.AtomicInteger;

/** How many series all routes may have together, but for one of overflow values per route. Thread-safe. */
final class SeriesBudget {
    private final AtomicInteger left;
    private final AgentHealth health;

    SeriesBudget(int max, AgentHealth health) {
        this.left = new AtomicInteger(max);
        this.health = health;
    }

    /** Whether there was one left. */
    boolean take() {
        if (left.get() > 0 && left.getAndDecrement() > 0) {
            return true;
        }
        health.overflow(Bound.DELIVERY_SERIES);
        return false;
    }
}
