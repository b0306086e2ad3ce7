package io.sseagent.instrumentation.testing;

/** What not every server can do; a fact about it is skipped where it is missing. */
public enum Capability {
    /** HTTP/2 over clear text, by upgrade. */
    HTTP2,
    /** {@code WriteListener} of Servlet 3.1. */
    NON_BLOCKING
}
