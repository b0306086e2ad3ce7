package io.sseagent.core.parser;

/** The block so far: what its lines add up to, and what becomes of it at an empty line or at the end of the stream. */
final class Block {
    private static final BoundedBytes NOTHING = new BoundedBytes();

    private final EventStreamListener listener;
    /** Null unless somebody wants the data itself. */
    private final EventData data;

    private final BoundedBytes type = new BoundedBytes();
    // Made for their first line, because most streams have none.
    private LastEventId id;
    private RetryMillis retry;

    private boolean sawStart;
    /** Whether this block named the type that is held, which stays for the next block: most name the same again. */
    private boolean typed;

    private int fields;
    private long wireBytes;
    private long dataBytes;

    Block(EventStreamListener listener, EventData data, boolean sawStart) {
        this.listener = listener;
        this.data = data;
        this.sawStart = sawStart;
    }

    BoundedBytes lastEventId() {
        return id == null ? NOTHING : id.committed();
    }

    void addWireBytes(int count) {
        wireBytes += count;
    }

    /** An LF after a CR that ended a block is part of no block. */
    void addLineFeedAfterCarriageReturn() {
        wireBytes += wireBytes == 0 ? 0 : 1;
    }

    EventData data() {
        return data;
    }

    /** A whole line: its value, and all its bytes with one of its end. */
    <T> void addDataLine(ByteAccess<T> access, T bytes, int from, int to, int lineBytes) {
        fields |= Field.DATA.mask();
        dataBytes += to - from + 1;
        wireBytes += lineBytes;
        if (data != null) {
            data.append(access, bytes, from, to);
            data.endLine();
        }
    }

    <T> void addTypeLine(ByteAccess<T> access, T bytes, int from, int to, int lineBytes) {
        fields |= Field.EVENT.mask();
        wireBytes += lineBytes;
        typed = true;
        if (!type.holds(access, bytes, from, to)) {
            type.clear();
            type.append(access, bytes, from, to);
        }
    }

    <T> void addIdLine(ByteAccess<T> access, T bytes, int from, int to, int lineBytes) {
        fields |= Field.ID.mask();
        wireBytes += lineBytes;
        beginId();
        id.append(access, bytes, from, to);
        id.endLine();
    }

    private void beginId() {
        if (id == null) {
            id = new LastEventId();
        }
        id.beginLine();
    }

    private void beginRetry() {
        if (retry == null) {
            retry = new RetryMillis();
        }
        retry.beginLine();
    }

    void beginValue(Field field) {
        switch (field) {
            case EVENT:
                type.clear();
                typed = true;
                break;
            case ID:
                beginId();
                break;
            case RETRY:
                beginRetry();
                break;
            case DATA:
            case COMMENT:
            case UNKNOWN:
                break;
        }
    }

    <T> void addValue(Field field, ByteAccess<T> access, T bytes, int from, int to) {
        switch (field) {
            case DATA:
                dataBytes += to - from;
                if (data != null) {
                    data.append(access, bytes, from, to);
                }
                break;
            case EVENT:
                type.append(access, bytes, from, to);
                break;
            case ID:
                id.append(access, bytes, from, to);
                break;
            case RETRY:
                retry.append(access, bytes, from, to);
                break;
            case COMMENT:
            case UNKNOWN:
                break;
        }
    }

    void endValue(Field field) {
        fields |= field.mask();
        switch (field) {
            case DATA:
                dataBytes++;
                if (data != null) {
                    data.endLine();
                }
                break;
            case COMMENT:
                listener.onComment();
                break;
            case ID:
                id.endLine();
                break;
            case RETRY:
                if (retry.isValid()) {
                    listener.onRetry(retry.millis());
                }
                break;
            case EVENT:
            case UNKNOWN:
                break;
        }
    }

    void end() {
        if (id != null && id.commit()) {
            listener.onLastEventId(id.committed());
            if (data != null) {
                data.onId(id.committed());
            }
        }
        if (Field.DATA.isIn(fields)) {
            // Every line added an LF; the last one is dropped.
            listener.onEvent(typed ? type : NOTHING, wireBytes, dataBytes - 1);
            if (data != null) {
                data.dispatch(typed ? type : NOTHING);
            }
        } else if (fields != 0 && sawStart) {
            listener.onBlockWithoutData(fields, wireBytes);
        }
        reset();
    }

    /** The stream is over, and the line that it ended in, if any, is one of this field. The id stays uncommitted. */
    void discard(Field unfinished) {
        fields |= unfinished.mask();
        if (fields != 0) {
            listener.onTruncatedBlock(fields, wireBytes);
        }
        if (data != null) {
            data.discard();
            data.onEnd();
        }
        reset();
    }

    private void reset() {
        sawStart = true;
        fields = 0;
        wireBytes = 0;
        dataBytes = 0;
        typed = false;
    }
}
