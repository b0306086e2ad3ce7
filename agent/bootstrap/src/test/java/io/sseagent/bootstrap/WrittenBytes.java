package io.sseagent.bootstrap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A stream that keeps what was written, and ends when it is closed. */
final class WrittenBytes extends SseStream {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean closed;

    @Override
    public void wrote(ByteBuffer buffer, int from, int to, long startNanos) {
        for (int i = from; i < to; i++) {
            bytes.write(buffer.get(i));
        }
    }

    @Override
    public void wrote(byte[] array, int from, int to, long startNanos) {
        bytes.write(array, from, to - from);
    }

    @Override
    public void wrote(int value, long startNanos) {
        bytes.write(value);
    }

    @Override
    public void flushed() {}

    @Override
    public void failed(Throwable failure, long startNanos) {}

    @Override
    public void evidence(CloseReason reason) {}

    @Override
    public void close() {
        closed = true;
    }
}
