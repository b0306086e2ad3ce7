package io.sseagent.core.labels;

/** What the operator says of labels. Immutable. */
public final class LabelsConfig {
    /** Nothing. */
    public static final LabelsConfig NONE = new LabelsConfig(LabelPatterns.NONE, LabelPatterns.NONE, LabelLimits.NONE);

    private final LabelPatterns allowed;
    private final LabelPatterns denied;
    private final LabelLimits most;

    /** None of them null. */
    public LabelsConfig(LabelPatterns allowed, LabelPatterns denied, LabelLimits most) {
        this.allowed = allowed;
        this.denied = denied;
        this.most = most;
    }

    LabelPatterns allowed() {
        return allowed;
    }

    LabelPatterns denied() {
        return denied;
    }

    LabelLimits most() {
        return most;
    }
}
