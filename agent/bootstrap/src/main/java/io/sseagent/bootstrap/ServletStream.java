package io.sseagent.bootstrap;

import java.nio.ByteBuffer;

/**
 * A stream of a servlet container that no tap knows by name. It opens when something is written, and counts what is written
 * from the outside, once, however many of the container's classes it passes. What comes after the close is not counted: the
 * container may use its objects again.
 */
public final class ServletStream extends SseStream {
    private static final int MOST_BYTES_PER_CHAR = 4;

    private final StreamRequest request;
    private volatile SseStream target;
    private volatile boolean closed;
    private volatile Thread writer;
    private char highSurrogate;

    ServletStream(StreamRequest request) {
        this.request = request;
    }

    /** Whether the caller is the outermost write of its thread; then {@link #left} follows. Two threads at once may count twice. */
    boolean enter() {
        if (closed || writer == Thread.currentThread()) {
            return false;
        }
        writer = Thread.currentThread();
        return true;
    }

    /** The outermost write has ended. */
    public void left() {
        writer = null;
    }

    private SseStream target() {
        SseStream open = target;
        if (open == null && !closed) {
            synchronized (this) {
                if (target == null) {
                    SseStream opened = SseStreams.opened(request);
                    target = opened == null ? IgnoredStream.INSTANCE : opened;
                }
                open = target;
            }
        }
        return open == null || closed ? IgnoredStream.INSTANCE : open;
    }

    @Override
    public void wrote(ByteBuffer bytes, int from, int to, long startNanos) {
        target().wrote(bytes, from, to, startNanos);
    }

    @Override
    public void wrote(byte[] bytes, int from, int to, long startNanos) {
        target().wrote(bytes, from, to, startNanos);
    }

    @Override
    public void wrote(int value, long startNanos) {
        target().wrote(value, startNanos);
    }

    /** A writer accepted the characters {@code [from, to)}, which an event stream encodes as UTF-8. Only for the outermost write. */
    public void wroteText(CharSequence text, int from, int to, long startNanos) {
        byte[] bytes = CopyBuffers.borrow();
        int size = 0;
        for (int i = from; i < to; i++) {
            size = encode(text.charAt(i), bytes, size);
            if (size > bytes.length - MOST_BYTES_PER_CHAR) {
                wrote(bytes, 0, size, startNanos);
                size = 0;
            }
        }
        wrote(bytes, 0, size, startNanos);
        CopyBuffers.giveBack(bytes);
    }

    /** As {@link #wroteText(CharSequence, int, int, long)}. */
    public void wroteText(char[] text, int from, int to, long startNanos) {
        byte[] bytes = CopyBuffers.borrow();
        int size = 0;
        for (int i = from; i < to; i++) {
            size = encode(text[i], bytes, size);
            if (size > bytes.length - MOST_BYTES_PER_CHAR) {
                wrote(bytes, 0, size, startNanos);
                size = 0;
            }
        }
        wrote(bytes, 0, size, startNanos);
        CopyBuffers.giveBack(bytes);
    }

    /** As {@link #wroteText(CharSequence, int, int, long)} for one character. */
    public void wroteChar(int character, long startNanos) {
        byte[] bytes = CopyBuffers.borrow();
        wrote(bytes, 0, encode((char) character, bytes, 0), startNanos);
        CopyBuffers.giveBack(bytes);
    }

    private int encode(char c, byte[] bytes, int at) {
        int size = at;
        if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xc0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3f);
        } else if (Character.isHighSurrogate(c)) {
            highSurrogate = c;
        } else if (Character.isLowSurrogate(c)) {
            int point = Character.toCodePoint(highSurrogate, c);
            bytes[size++] = (byte) (0xf0 | point >> 18 & 0x07);
            bytes[size++] = (byte) (0x80 | point >> 12 & 0x3f);
            bytes[size++] = (byte) (0x80 | point >> 6 & 0x3f);
            bytes[size++] = (byte) (0x80 | point & 0x3f);
        } else {
            bytes[size++] = (byte) (0xe0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
            bytes[size++] = (byte) (0x80 | c & 0x3f);
        }
        return size;
    }

    @Override
    public void flushed() {
        target().flushed();
    }

    @Override
    public void failed(Throwable failure, long startNanos) {
        target().failed(failure, startNanos);
    }

    @Override
    public void evidence(CloseReason reason) {
        SseStream open = target;
        if (open != null) {
            open.evidence(reason);
        }
    }

    /** One that nothing was written to was none. */
    @Override
    public void close() {
        closed = true;
        SseStream open = target;
        if (open != null) {
            open.close();
        }
    }
}
