package io.sseagent.bootstrap;

import java.nio.ByteBuffer;

/** A stream that is only ever compared. */
final class NamedStream extends SseStream {
    private final String name;

    NamedStream(String name) {
        this.name = name;
    }

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

    @Override
    public String toString() {
        return name;
    }
}
