package io.sseagent.bootstrap;

import java.nio.ByteBuffer;

/**
 * An open event stream as advice sees it. The tap keeps it in a slot of the server and calls it from the thread that
 * writes; should an application write from two threads at once, they take turns here.
 *
 * <p>No method throws and none allocates per call in the steady state.
 */
public abstract class SseStream {

    /** For the agent's model only. */
    protected SseStream() {}

    /**
     * The server accepted the bytes {@code [from, to)} of {@code bytes}. Indices are absolute; position and limit are
     * neither read nor changed.
     *
     * @param startNanos {@link System#nanoTime()} when the write began, or 0 if it was not taken
     */
    public abstract void wrote(ByteBuffer bytes, int from, int to, long startNanos);

    /** As {@link #wrote(ByteBuffer, int, int, long)} for the bytes {@code [from, to)} of an array. */
    public abstract void wrote(byte[] bytes, int from, int to, long startNanos);

    /** As {@link #wrote(byte[], int, int, long)} for a single byte, the low eight bits of {@code value}. */
    public abstract void wrote(int value, long startNanos);

    /** A flush has ended: what was written before is on its way. */
    public abstract void flushed();

    /**
     * A write or flush failed. Reporting the same failure twice counts once.
     *
     * @param startNanos {@link System#nanoTime()} when it began, or 0 if it was not taken
     */
    public abstract void failed(Throwable failure, long startNanos);

    /** Why this stream will end, as soon as somebody knows. The first evidence wins. */
    public abstract void evidence(CloseReason reason);

    /** The server let go of the response. Idempotent; what follows counts as sent after the close. */
    public abstract void close();
}
