package io.sseagent.bootstrap;

import java.nio.ByteBuffer;

/** Does nothing: stands in the slot of a response that is not observed, so that its tap does not ask again at every write. */
public final class IgnoredStream extends SseStream {
    /** It has no state. */
    public static final SseStream INSTANCE = new IgnoredStream();

    private IgnoredStream() {}

    @Override
    public void wrote(ByteBuffer bytes, int from, int to, long startNanos) {}

    @Override
    public void wrote(byte[] bytes, int from, int to, long startNanos) {}

    @Override
    public void wrote(int value, long startNanos) {}

    @Override
    public void flushed() {}

    @Override
    public void failed(Throwable failure, long startNanos) {}

    @Override
    public void evidence(CloseReason reason) {}

    @Override
    public void close() {}
}
