package io.sseagent.bootstrap;

/**
 * Why a stream ended, from evidence at the server (catalogue: label {@code reason} of {@code sse_streams_closed_total}).
 *
 * <p>When several apply, the first one reported wins: what the server says later is a consequence of it.
 */
public enum CloseReason {
    /** The application ended the response and nothing was left over. */
    COMPLETE("complete", true),
    /** The application threw, or reported an error, after the response was committed. */
    APP_ERROR("app_error", true),
    /** The asynchronous request ran into its own timeout. */
    ASYNC_TIMEOUT("async_timeout", true),
    /** The server closed a connection that had been silent for too long. */
    IDLE_TIMEOUT("idle_timeout", true),
    /** The peer closed or reset the connection. */
    CLIENT_CLOSED("client_closed", false),
    /** A write failed for another reason than the peer's leaving, for example a write timeout. */
    WRITE_FAILED("write_failed", true),
    /** The response ended inside an event: the last block was never dispatched. */
    TRUNCATED("truncated", true),
    /** The server, or the JVM, was shutting down. */
    SHUTDOWN("shutdown", true),
    /** No evidence: a hook is missing. Above one percent this is a bug of the agent. */
    UNKNOWN("unknown", true);

    private final String label;
    private final boolean byServer;

    CloseReason(String label, boolean byServer) {
        this.label = label;
        this.byServer = byServer;
    }

    /** The label value used in metrics, never null. */
    public String label() {
        return label;
    }

    /** Whether this side ended the stream, so that an event source is expected to come back. */
    public boolean byServer() {
        return byServer;
    }
}
