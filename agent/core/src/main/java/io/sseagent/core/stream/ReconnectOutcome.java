package io.sseagent.core.stream;

/** What became of a client that lost its stream. */
public enum ReconnectOutcome {
    /** It has a stream again. */
    SUCCESS("success"),
    /** The server ended its stream and it did not come back within the window. */
    TIMEOUT("timeout"),
    /** It came back and got no stream. */
    FAILED("failed");

    private final String label;

    ReconnectOutcome(String label) {
        this.label = label;
    }

    /** Label value. */
    public String label() {
        return label;
    }
}
