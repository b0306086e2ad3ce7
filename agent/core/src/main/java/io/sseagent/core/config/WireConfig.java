package io.sseagent.core.config;

/** How the connections of open streams are sampled. */
public final class WireConfig {
    private final boolean enabled;
    private final long intervalNanos;
    private final int backlogMinBytes;
    private final int maxSockets;

    WireConfig(Settings settings) {
        this.enabled = settings.get(WatchKeys.WIRE_ENABLED);
        this.intervalNanos = settings.get(WatchKeys.WIRE_INTERVAL);
        this.backlogMinBytes = settings.get(WatchKeys.WIRE_BACKLOG_MIN);
        this.maxSockets = settings.get(WatchKeys.WIRE_SOCKETS_MAX);
    }

    /** Whether they are. */
    public boolean enabled() {
        return enabled;
    }

    /** Time between two samples, at least. */
    public long intervalNanos() {
        return intervalNanos;
    }

    /** Bytes that a stream's client has not acknowledged from which on it is backlogged. */
    public int backlogMinBytes() {
        return backlogMinBytes;
    }

    /** Lines of the kernel's tables that a sample reads. */
    public int maxSockets() {
        return maxSockets;
    }
}
