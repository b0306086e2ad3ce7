package io.sseagent.core.delivery;

/** Why a time that is configured was not taken. */
enum RejectReason {
    /** The event does not have it, or not within the bytes that are read. */
    MISSING("missing"),
    /** It is no time, or the data is no JSON. */
    UNPARSABLE("unparsable"),
    /** It lies further ahead than clocks may differ. */
    FUTURE("future"),
    /** It is too old. */
    STALE("stale");

    private final String label;

    RejectReason(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
