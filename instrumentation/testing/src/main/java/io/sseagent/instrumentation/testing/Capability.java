package io.sseagent.instrumentation.testing;

/** What not every server can do; a fact about it is skipped where it is missing. */
public enum Capability {
    /** HTTP/2 over clear text, by upgrade. */
    HTTP2,
    /** Gives a write over HTTP/2 up that the connection does not take, though the client's windows are open. */
    HTTP2_WRITE_TIMEOUT,
    /** {@code WriteListener} of Servlet 3.1. */
    NON_BLOCKING,
    /** Ends a committed response whose asynchronous request has timed out and that nobody completes. */
    ENDS_TIMED_OUT_RESPONSE
}
