package io.sseagent.bootstrap;

import java.nio.ByteBuffer;

/**
 * Stands for a response whose head nobody has seen, until what is written tells whether it is an event stream: writes that begin a
 * line are made of {@link FieldLines} and end with a block. Looks at a bounded number of bytes, and gives up for good after as bounded
 * a number of writes that begin otherwise, a part of an event that began before among them. For one thread.
 */
final class UnheadedBody extends SseStream {
    static final int MOST_FALSE_STARTS = 16;
    static final int MOST_BYTES = 1 << 18;

    private final ServerConnection connection;
    private final int streamId;
    private final StreamRequest request;
    private final boolean endsWithConnection;
    private final FieldLines lines = new FieldLines();
    private int falseStarts;
    private int looks;
    private SseStream opened;

    /** {@code endsWithConnection} as for {@link ServerConnection#opened}. */
    UnheadedBody(ServerConnection connection, int streamId, StreamRequest request, boolean endsWithConnection) {
        this.connection = connection;
        this.streamId = streamId;
        this.request = request;
        this.endsWithConnection = endsWithConnection;
    }

    @Override
    public void wrote(byte[] bytes, int from, int to, long startNanos) {
        boolean wellFormed = true;
        for (int i = from; i < to && opened == null && wellFormed; i++) {
            wellFormed = look(bytes[i]);
        }
        if (isOpened(wellFormed)) {
            opened.wrote(bytes, from, to, startNanos);
        }
    }

    @Override
    public void wrote(ByteBuffer bytes, int from, int to, long startNanos) {
        boolean wellFormed = true;
        for (int i = from; i < to && opened == null && wellFormed; i++) {
            wellFormed = look(bytes.get(i));
        }
        if (isOpened(wellFormed)) {
            opened.wrote(bytes, from, to, startNanos);
        }
    }

    @Override
    public void wrote(int value, long startNanos) {
        boolean wellFormed = opened != null || look((byte) value);
        if (isOpened(wellFormed)) {
            opened.wrote(value, startNanos);
        }
    }

    private boolean look(byte next) {
        return ++looks <= MOST_BYTES && lines.read(next);
    }

    /** After a write: whoever knows a body for what it is takes the place of this. */
    private boolean isOpened(boolean wellFormed) {
        if (opened != null) {
            return true;
        }
        if (!wellFormed) {
            lines.begin();
            if (++falseStarts >= MOST_FALSE_STARTS || looks > MOST_BYTES) {
                connection.opened(streamId, IgnoredStream.INSTANCE, false);
            }
        } else if (lines.endedBlock()) {
            opened = SseStreams.opened(request);
            connection.opened(streamId, opened, endsWithConnection);
        }
        return opened != null;
    }

    @Override
    public void flushed() {
        if (opened != null) {
            opened.flushed();
        }
    }

    @Override
    public void failed(Throwable failure, long startNanos) {
        if (opened != null) {
            opened.failed(failure, startNanos);
        }
    }

    @Override
    public void evidence(CloseReason reason) {
        if (opened != null) {
            opened.evidence(reason);
        }
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
