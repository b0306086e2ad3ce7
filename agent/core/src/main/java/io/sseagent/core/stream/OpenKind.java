package io.sseagent.core.stream;

/** How a stream came into the model. */
public enum OpenKind {
    /** Opened without a last event id. */
    FRESH("fresh"),
    /** Opened with a {@code Last-Event-ID}. */
    RESUMED("resumed"),
    /** Already open when the agent attached; its start is unknown. */
    ATTACHED("attached");

    private final String label;

    OpenKind(String label) {
        this.label = label;
    }

    /** Label value. */
    public String label() {
        return label;
    }
}
