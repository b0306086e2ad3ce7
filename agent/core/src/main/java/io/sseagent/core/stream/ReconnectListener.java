package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.health.AgentHealth;

/**
 * The reconnect tracker, which listens to opens and closes, kept apart from them: what it throws costs no stream, is counted and
 * told like a failing hook, and after ten failures it is not asked any more. Thread-safe; no method throws.
 */
final class ReconnectListener {
    private static final String NAME = ReconnectTracker.class.getName();

    private final ReconnectTracker tracker;
    private final AgentHealth health;
    private final AdviceFailureListener listener;
    private final AdviceFailureCount failures = new AdviceFailureCount(NAME);

    ReconnectListener(ReconnectTracker tracker, AgentHealth health, AdviceFailureListener listener) {
        this.tracker = tracker;
        this.health = health;
        this.listener = listener;
        health.expect(AgentHealth.componentOf(NAME));
    }

    void opened(long client, StreamRequest request, Endpoint endpoint) {
        try {
            if (!failures.areTooMany()) {
                tracker.opened(client, request, endpoint);
            }
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    void refused(long client, StreamRequest request, Endpoint endpoint) {
        try {
            if (!failures.areTooMany()) {
                tracker.refused(client, request, endpoint);
            }
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    void closed(long client, Endpoint endpoint, CloseReason reason) {
        try {
            if (!failures.areTooMany()) {
                tracker.closed(client, endpoint, reason);
            }
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    private void failed(Throwable failure) {
        try {
            failures.failed(failure, health, listener);
        } catch (Throwable untold) {
            // a later failure tells
        }
    }
}
