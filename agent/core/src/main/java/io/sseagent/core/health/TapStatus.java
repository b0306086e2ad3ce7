package io.sseagent.core.health;

import java.util.Collections;
import java.util.Set;

/** One instrumented library that was met. Immutable. */
public final class TapStatus {
    private final String tap;
    private final String libraryVersion;
    private final String status;
    private final Set<String> components;

    /** Names as in {@code sse_agent_tap_info}; {@code components} are those of its hooks, as in {@code sse_agent_errors_total}. */
    public TapStatus(String tap, String libraryVersion, String status, Set<String> components) {
        this.tap = tap;
        this.libraryVersion = libraryVersion;
        this.status = status;
        this.components = Collections.unmodifiableSet(components);
    }

    /** Name of the instrumentation. */
    public String tap() {
        return tap;
    }

    /** Version of the library, or {@code unknown}. */
    public String libraryVersion() {
        return libraryVersion;
    }

    /** {@code matched}, {@code degraded}, {@code unmatched}, {@code unsupported_loader}, {@code failed} or {@code disabled}. */
    public String status() {
        return status;
    }

    /** What can fail in it, under the names by which failures are counted; unmodifiable. */
    public Set<String> components() {
        return components;
    }
}
