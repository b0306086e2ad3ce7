package io.sseagent.core.health;

/** Who can keep the agent disabled. */
public enum DisabledBy {
    /** A request to the endpoint. */
    REQUEST("a request"),
    /** The file named by {@code disable.file}. */
    FILE("the disable file"),
    /** The agent itself, for the sake of its host. */
    BREAKER("the circuit breaker");

    private final String words;

    DisabledBy(String words) {
        this.words = words;
    }

    /** For a sentence; never names a path or an address. */
    public String words() {
        return words;
    }
}
