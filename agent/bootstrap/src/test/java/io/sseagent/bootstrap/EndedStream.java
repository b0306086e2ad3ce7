package io.sseagent.bootstrap;

import java.nio.ByteBuffer;

/** A stream that remembers how it ended, and what buffers it was given until then. */
final class EndedStream extends SseStream {
    CloseReason reason;
    int closed;
    String text = "";

    @Override
    public void wrote(ByteBuffer bytes, int from, int to, long startNanos) {
        for (int i = from; i < to; i++) {
            text += closed > 0 ? '!' : (char) bytes.get(i);
        }
    }

    @Override
    public void wrote(byte[] bytes, int from, int to, long startNanos) {}

    @Override
    public void wrote(int value, long startNanos) {}

    @Override
    public void flushed() {}

    @Override
    public void failed(Throwable failure, long startNanos) {}

    @Override
    public void evidence(CloseReason evidence) {
        if (reason == null) {
            reason = evidence;
        }
    }

    @Override
    public void close() {
        closed++;
    }
}
