package io.sseagent.core.stream;

/** What a client that asked to go on behind an id got. */
public enum ResumeOutcome {
    /** What comes after that id, as far as ids can tell. */
    CONTINUED("continued"),
    /** Later events, and ids between are missing. */
    GAP("gap"),
    /** That event or earlier ones once more. */
    REPEAT("repeat"),
    /** Events without an id, or with ids of another kind. */
    IGNORED("ignored");

    private final String label;

    ResumeOutcome(String label) {
        this.label = label;
    }

    /** Label value. */
    public String label() {
        return label;
    }
}
