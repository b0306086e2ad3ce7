package io.sseagent.core.stream;

import io.sseagent.core.health.AgentHealth;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Failures of one advice, or of another part that the application's threads run. Thread-safe. Counting allocates nothing, so that
 * it goes on when the heap is used up, and what could not be told for want of memory is told by a later failure.
 */
final class AdviceFailureCount {
    private static final int FAILURES_TO_SWITCH_OFF = 10;
    private static final int NOTHING_TOLD = 0;
    private static final int FIRST_TOLD = 1;
    private static final int ALL_TOLD = 2;

    private final String advice;
    private final String component;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();

    AdviceFailureCount(String advice) {
        this.advice = advice;
        this.component = AgentHealth.componentOf(advice);
    }

    /** Counts one, and tells the listener of the first and of the tenth. What the listener throws goes on to the caller. */
    void failed(Throwable failure, AgentHealth health, AdviceFailureListener listener) {
        int count = failures.incrementAndGet();
        health.error(component);
        if (told.compareAndSet(NOTHING_TOLD, FIRST_TOLD)) {
            boolean accepted = false;
            try {
                listener.firstFailure(advice, failure);
                accepted = true;
            } finally {
                takeBack(accepted, FIRST_TOLD, NOTHING_TOLD);
            }
        }
        if (count >= FAILURES_TO_SWITCH_OFF && told.compareAndSet(FIRST_TOLD, ALL_TOLD)) {
            boolean accepted = false;
            try {
                listener.tooManyFailures(advice);
                accepted = true;
            } finally {
                takeBack(accepted, ALL_TOLD, FIRST_TOLD);
            }
        }
    }

    /** Whether it is to be left alone from now on. */
    boolean areTooMany() {
        return failures.get() >= FAILURES_TO_SWITCH_OFF;
    }

    private void takeBack(boolean accepted, int from, int to) {
        if (!accepted) {
            told.compareAndSet(from, to);
        }
    }
}
