package io.sseagent.core.stream;

import io.sseagent.core.health.AgentHealth;
import java.util.concurrent.ConcurrentHashMap;

/** Failures of every advice. Thread-safe. */
final class AdviceFailureCounts {
    private final AgentHealth health;
    private final AdviceFailureListener listener;
    private final ConcurrentHashMap<String, AdviceFailureCount> byAdvice = new ConcurrentHashMap<>();

    AdviceFailureCounts(AgentHealth health, AdviceFailureListener listener) {
        this.health = health;
        this.listener = listener;
    }

    /** By full name: two advices with one simple name must not hide each other's tenth failure. */
    void failed(String advice, Throwable failure) {
        AdviceFailureCount known = byAdvice.get(advice);
        if (known == null) {
            AdviceFailureCount fresh = new AdviceFailureCount(advice);
            AdviceFailureCount raced = byAdvice.putIfAbsent(advice, fresh);
            known = raced == null ? fresh : raced;
        }
        known.failed(failure, health, listener);
    }
}
