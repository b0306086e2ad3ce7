package io.sseagent.core.config;

/** What goes into a flight recording. */
public final class JfrConfig {
    private final boolean enabled;
    private final long stalledAfterNanos;
    private final long slowWriteNanos;

    JfrConfig(Settings settings) {
        this.enabled = settings.get(WatchKeys.JFR_ENABLED);
        this.stalledAfterNanos = settings.get(ConfigKeys.STALLED_AFTER);
        this.slowWriteNanos = settings.get(WatchKeys.JFR_SLOW_WRITE);
    }

    /** Whether there are events at all. */
    public boolean enabled() {
        return enabled;
    }

    /** Silence after which a stream counts as stalled. */
    public long stalledAfterNanos() {
        return stalledAfterNanos;
    }

    /** From which on a write is slow. */
    public long slowWriteNanos() {
        return slowWriteNanos;
    }
}
