package io.sseagent.core.health;

/** What the agent is doing. */
public enum AgentState {
    /** Taps are being installed. */
    STARTING("starting"),
    /** Taps are armed and the model records. */
    RUNNING("running"),
    /** Something could not start; the rest works. */
    DEGRADED("degraded"),
    /** Switched off. */
    DISABLED("disabled");

    private final String label;

    AgentState(String label) {
        this.label = label;
    }

    /** Label value. */
    public String label() {
        return label;
    }
}
