package io.sseagent.core.health;

/** One instrumented library that was met. Immutable. */
public final class TapStatus {
    private final String tap;
    private final String libraryVersion;
    private final String status;

    /** Names as in {@code sse_agent_tap_info}. */
    public TapStatus(String tap, String libraryVersion, String status) {
        this.tap = tap;
        this.libraryVersion = libraryVersion;
        this.status = status;
    }

    /** Name of the instrumentation. */
    public String tap() {
        return tap;
    }

    /** Version of the library, or {@code unknown}. */
    public String libraryVersion() {
        return libraryVersion;
    }

    /** {@code matched}, {@code unmatched}, {@code unsupported_loader} or {@code disabled}. */
    public String status() {
        return status;
    }
}
