package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.health.AgentHealth;

/**
 * The reconnect tracker, which listens to opens and closes, kept apart from them: what it throws costs no stream, is counted and
 * told like a failing hook, and after ten failures it is not asked any more. Thread-safe; no method throws.
 */
final class ReconnectListener extends FailureGuard {
    private static final String NAME = ReconnectTracker.class.getName();

    private final ReconnectTracker tracker;

    ReconnectListener(ReconnectTracker tracker, AgentHealth health, AdviceFailureListener listener) {
        super(NAME, health, listener);
        this.tracker = tracker;
    }

    void opened(long client, StreamRequest request, Endpoint endpoint) {
        try {
            if (!isLeftAlone()) {
                tracker.opened(client, request, endpoint);
            }
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    void refused(long client, StreamRequest request, Endpoint endpoint) {
        try {
            if (!isLeftAlone()) {
                tracker.refused(client, request, endpoint);
            }
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    void closed(long client, Endpoint endpoint, CloseReason reason) {
        try {
            if (!isLeftAlone()) {
                tracker.closed(client, endpoint, reason);
            }
        } catch (Throwable failure) {
            failed(failure);
        }
    }
}
