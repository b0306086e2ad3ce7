package io.sseagent.bootstrap;

/** What a request may leave behind. */
public enum WorkKind {
    /** A platform thread. */
    THREAD("thread"),
    /** A virtual thread. */
    VIRTUAL_THREAD("virtual_thread"),
    /** A task of a scheduler or timer: periodic, or waiting for its time. */
    SCHEDULED_TASK("scheduled_task"),
    /** An executor that is not shut down. */
    EXECUTOR("executor");

    private final String label;

    WorkKind(String label) {
        this.label = label;
    }

    /** Value of the label {@code kind}. */
    public String label() {
        return label;
    }
}
