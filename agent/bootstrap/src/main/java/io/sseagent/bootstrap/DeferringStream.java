package io.sseagent.bootstrap;

import java.nio.ByteBuffer;

/**
 * A stream of a server that may let go of a response inside the write that ends or breaks it, before the tap can tell what that
 * write was: a close on the thread that writes waits until {@link #written}. Anything else goes straight to the stream.
 */
public final class DeferringStream extends SseStream {
    private final SseStream stream;

    // only compared with the thread that reads it, hence without a lock
    private Thread writer;
    private int depth;
    private boolean closing;

    private DeferringStream(SseStream stream) {
        this.stream = stream;
    }

    /** Null and what is not observed stay what they are. */
    public static SseStream of(SseStream stream) {
        return stream == null || stream == IgnoredStream.INSTANCE ? stream : new DeferringStream(stream);
    }

    /** A write begins on this thread. */
    public static void writing(SseStream stream) {
        if (stream instanceof DeferringStream) {
            ((DeferringStream) stream).begin(Thread.currentThread());
        }
    }

    /** The write has returned or failed, and was told. */
    public static void written(SseStream stream) {
        if (stream instanceof DeferringStream) {
            ((DeferringStream) stream).end(Thread.currentThread());
        }
    }

    private void begin(Thread current) {
        depth = writer == current ? depth + 1 : 1;
        writer = current;
    }

    private void end(Thread current) {
        if (writer == current && --depth > 0) {
            return;
        }
        writer = null;
        if (closing) {
            stream.close();
        }
    }

    @Override
    public void wrote(ByteBuffer bytes, int from, int to, long startNanos) {
        stream.wrote(bytes, from, to, startNanos);
    }

    @Override
    public void wrote(byte[] bytes, int from, int to, long startNanos) {
        stream.wrote(bytes, from, to, startNanos);
    }

    @Override
    public void wrote(int value, long startNanos) {
        stream.wrote(value, startNanos);
    }

    @Override
    public void flushed() {
        stream.flushed();
    }

    @Override
    public void failed(Throwable failure, long startNanos) {
        stream.failed(failure, startNanos);
    }

    @Override
    public void evidence(CloseReason reason) {
        stream.evidence(reason);
    }

    @Override
    public void close() {
        if (writer == Thread.currentThread()) {
            closing = true;
        } else {
            stream.close();
        }
    }
}
