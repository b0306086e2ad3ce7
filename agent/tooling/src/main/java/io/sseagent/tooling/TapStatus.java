package io.sseagent.tooling;

/** What became of the taps of one instrumented class in one class loader. */
public enum TapStatus {
    /** The advice is in place. */
    MATCHED,
    /** Some of the advice is in place; the rest failed too often and is switched off, so what it told is missing. */
    DEGRADED,
    /** The class is not as expected, or weaving failed: left untouched, and its streams are not seen. */
    UNMATCHED,
    /** The class loader does not see the bridge, so inlined code could not call it: left untouched. */
    UNSUPPORTED_LOADER,
    /** All of its advice failed too often and is switched off. */
    FAILED,
    /** Switched off by configuration. */
    DISABLED
}
