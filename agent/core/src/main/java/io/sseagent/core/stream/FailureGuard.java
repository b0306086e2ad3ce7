package io.sseagent.core.stream;

import io.sseagent.core.health.AgentHealth;

/** Keeps what a part throws from the application's thread that runs it. Thread-safe; no method throws. */
class FailureGuard {
    private final AgentHealth health;
    private final AdviceFailureListener listener;
    private final AdviceFailureCount failures;

    /** By the full name of the part, whose last piece its failures are counted under, from 0 on. */
    FailureGuard(String part, AgentHealth health, AdviceFailureListener listener) {
        this.health = health;
        this.listener = listener;
        this.failures = new AdviceFailureCount(part);
        health.expect(AgentHealth.componentOf(part));
    }

    /** Whether the part has failed too often to be asked again. */
    final boolean isLeftAlone() {
        return failures.areTooMany();
    }

    final void failed(Throwable failure) {
        try {
            failures.failed(failure, health, listener);
        } catch (Throwable untold) {
            // a later failure tells
        }
    }
}
