package io.sseagent.core.config;

/** Limits and thresholds of the stream model. */
public final class ModelConfig {
    private final int maxRoutes;
    private final int maxEventTypes;
    private final int maxStreams;
    private final int maxStreamMemoryBytes;
    private final long stalledAfterNanos;
    private final long reconnectWindowNanos;
    private final int maxReconnectClients;
    private final boolean gcPauses;

    ModelConfig(Settings settings) {
        this.maxRoutes = settings.get(ConfigKeys.ROUTES_MAX);
        this.maxEventTypes = settings.get(ConfigKeys.EVENT_TYPES_MAX);
        this.maxStreams = settings.get(ConfigKeys.STREAMS_MAX);
        this.maxStreamMemoryBytes = settings.get(ConfigKeys.STREAM_MEMORY_MAX);
        this.stalledAfterNanos = settings.get(ConfigKeys.STALLED_AFTER);
        this.reconnectWindowNanos = settings.get(ConfigKeys.RECONNECT_WINDOW);
        this.gcPauses = settings.get(WatchKeys.GC_PAUSES_ENABLED);
        this.maxReconnectClients = settings.get(ConfigKeys.RECONNECT_CLIENTS_MAX);
    }

    /** Distinct routes before the overflow route is used. */
    public int maxRoutes() {
        return maxRoutes;
    }

    /** Distinct event types before the overflow type is used. */
    public int maxEventTypes() {
        return maxEventTypes;
    }

    /** Streams tracked at the same time. */
    public int maxStreams() {
        return maxStreams;
    }

    /** What one stream may hold for its histograms and the counts of its event types. */
    public int maxStreamMemoryBytes() {
        return maxStreamMemoryBytes;
    }

    /** Silence after which an open stream counts as stalled. */
    public long stalledAfterNanos() {
        return stalledAfterNanos;
    }

    /** Time after the end of a stream, beside the wait that it asked for, in which the same client's next one counts as a reconnect. */
    public long reconnectWindowNanos() {
        return reconnectWindowNanos;
    }

    /** Whether pauses of the JVM are to be told to the model. */
    public boolean gcPauses() {
        return gcPauses;
    }

    /** Clients remembered to recognise reconnects. */
    public int maxReconnectClients() {
        return maxReconnectClients;
    }
}
