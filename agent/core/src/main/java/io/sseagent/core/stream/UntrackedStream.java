package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import java.nio.ByteBuffer;

/** Stands in the slot of a stream beyond the cap, so that its tap does not ask again at every write. Stateless. */
final class UntrackedStream extends SseStream {
    static final UntrackedStream INSTANCE = new UntrackedStream();

    @Override
    public void wrote(ByteBuffer bytes, int from, int to, long startNanos) {}

    @Override
    public void wrote(byte[] bytes, int from, int to, long startNanos) {}

    @Override
    public void flushed() {}

    @Override
    public void failed(Throwable failure, long startNanos) {}

    @Override
    public void evidence(CloseReason reason) {}

    @Override
    public void close() {}
}
