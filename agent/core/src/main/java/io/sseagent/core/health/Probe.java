package io.sseagent.core.health;

/** Measures one thing that the circuit breaker watches. Read once a second on the agent's thread. */
public interface Probe {
    /** The latest value, or {@code NaN} if there is none since the last reading. */
    double read();
}
