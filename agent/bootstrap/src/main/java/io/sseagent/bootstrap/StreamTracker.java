package io.sseagent.bootstrap;

/**
 * What stands behind {@link SseStreams}: the agent's model, or nothing while the agent is starting or switched off.
 *
 * <p>Called on the application's threads. Implementations return fast, never block and never throw.
 */
public interface StreamTracker {

    /**
     * A response was committed as an event stream.
     *
     * @return the handle for the server's slot, or null when this stream is not to be observed
     */
    SseStream opened(StreamRequest request);

    /** A request that asked for an event stream was answered with {@code status} and something else. */
    void refused(StreamRequest request, int status);

    /** The named server began to stop ({@code true}) or is serving again ({@code false}). */
    void serverStopping(String server, boolean stopping);

    /** An advice threw; the application did not notice. {@code advice} is the class name of the advice. */
    void adviceFailed(String advice, Throwable failure);
}
