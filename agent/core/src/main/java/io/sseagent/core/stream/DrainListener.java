package io.sseagent.core.stream;

/** Told how a server that was stopped let go of its open streams. */
public interface DrainListener {
    /**
     * The last stream has ended. Called once for each stop under open streams, on the application's thread that ended it; must not throw.
     *
     * @param server as in {@code StreamRequest}
     * @param streams open when the stop began
     * @param nanos since then
     */
    void drained(String server, int streams, long nanos);
}
