package io.sseagent.core.config;

/** What is told of the audience, and the thresholds of its rule. */
public final class AudienceConfig {
    private final boolean enabled;
    private final long windowNanos;
    private final int leastSamples;
    private final long stableAfterNanos;
    private final int suspectStreams;
    private final boolean programsAreSuspect;

    AudienceConfig(Settings settings) {
        this.enabled = settings.get(WatchKeys.AUDIENCE_ENABLED);
        this.windowNanos = settings.get(WatchKeys.AUDIENCE_WINDOW);
        this.leastSamples = settings.get(WatchKeys.AUDIENCE_SAMPLES_MIN);
        this.stableAfterNanos = settings.get(WatchKeys.AUDIENCE_STABLE_AFTER);
        this.suspectStreams = settings.get(WatchKeys.AUDIENCE_SUSPECT_STREAMS);
        this.programsAreSuspect = settings.get(WatchKeys.AUDIENCE_SUSPECT_PROGRAMS);
    }

    /** Whether the audience is looked at. */
    public boolean enabled() {
        return enabled;
    }

    /** How far its gauges look back. */
    public long windowNanos() {
        return windowNanos;
    }

    /** Streams in the window below which a gauge is absent. */
    public int leastSamples() {
        return leastSamples;
    }

    /** Age from which on a stream is stable. */
    public long stableAfterNanos() {
        return stableAfterNanos;
    }

    /** Streams of one client that ended within the window, from which on they are suspect. */
    public int suspectStreams() {
        return suspectStreams;
    }

    /** Whether a client that says that it is a program is suspect for that. */
    public boolean programsAreSuspect() {
        return programsAreSuspect;
    }
}
