package io.sseagent.core.stream;

/** How soon after its opening a subscription may end to be worth a look; each counts what the ones before it do. */
public enum ShortLife {
    /** Most often a refusal that looks like a stream, or a client that was cut off at once. */
    ONE_SECOND("1s", 1_000_000_000L),
    /** As long as browsers wait before they come back. */
    FIVE_SECONDS("5s", 5_000_000_000L);

    private final String label;
    private final long nanos;

    ShortLife(String label, long nanos) {
        this.label = label;
        this.nanos = nanos;
    }

    /** Label value. */
    public String label() {
        return label;
    }

    boolean includes(long ageNanos) {
        return ageNanos <= nanos;
    }
}
