package io.sseagent.core.parser;

import java.nio.ByteBuffer;

/**
 * Tells a listener what the bytes of one event stream mean, by the parsing rules of WHATWG HTML, "Server-sent events",
 * sections "Parsing an event stream" and "Interpreting an event stream".
 *
 * <p>Single writer: one instance per stream; calls come one at a time, from any thread, ordered by the caller. The fed
 * memory is neither changed nor kept, and positions and limits are not moved.
 */
public final class EventStreamParser {
    private static final long BYTE_ORDER_MARK = 0x1_EF_BB_BFL;
    private static final int BYTE_ORDER_MARK_BYTES = 3;
    // The beginnings of nearly all lines of real streams, as the highest bits of a line's first eight bytes.
    private static final long DATA = 0x64_61_74_61_3aL;
    private static final int DATA_BYTES = 5;
    private static final long EVENT = 0x65_76_65_6e_74_3aL;
    private static final int EVENT_BYTES = 6;
    private static final long ID = 0x69_64_3aL;
    private static final int ID_BYTES = 3;

    private final Block block;

    // The line so far. The BOM is matched as if it were a name: both may be cut anywhere.
    private boolean byteOrderMarkMayFollow;
    private boolean lineFeedMayFollow;
    private boolean spaceMayFollow;
    private long name = Field.EMPTY_NAME;
    private Field field;

    /** A parser whose first byte is the first byte of the stream. */
    public EventStreamParser(EventStreamListener listener) {
        this(listener, null, true);
    }

    private EventStreamParser(EventStreamListener listener, EventData data, boolean atStart) {
        this.block = new Block(listener, data, atStart);
        this.byteOrderMarkMayFollow = atStart;
    }

    /**
     * A parser whose first byte starts some line of a running stream. It expects no byte order mark, and does not report
     * its first block as one without data: what went before is unknown.
     */
    public static EventStreamParser midStream(EventStreamListener listener) {
        return reading(listener, null, false);
    }

    /** A parser at the start of a stream, or as {@link #midStream}, that hands the data of events to {@code data} unless that is null. */
    public static EventStreamParser reading(EventStreamListener listener, EventData data, boolean atStart) {
        return new EventStreamParser(listener, data, atStart);
    }

    /** A parser in the middle of the same stream, for the same reader of its data. The block so far is forgotten. */
    public EventStreamParser again(EventStreamListener listener) {
        EventData data = block.data();
        if (data != null) {
            data.discard();
        }
        return new EventStreamParser(listener, data, false);
    }

    /** The last event id committed by these bytes; empty before the first. Reread it after a feed: the object may change. */
    public BoundedBytes lastEventId() {
        return block.lastEventId();
    }

    /** Reads {@code bytes[from]} to {@code bytes[to - 1]}. */
    public void feed(byte[] bytes, int from, int to) {
        feed(ArrayAccess.INSTANCE, bytes, from, to);
    }

    /** Reads the bytes at the absolute indices {@code from} to {@code to - 1}, all of them below the limit. */
    public void feed(ByteBuffer bytes, int from, int to) {
        feed(BufferAccess.INSTANCE, bytes, from, to);
    }

    /** The stream has ended: what was not dispatched never will be. Nothing may be fed afterwards. */
    public void end() {
        block.discard(field == null ? Field.named(name) : field);
        beginLine();
    }

    private <T> void feed(ByteAccess<T> access, T bytes, int from, int to) {
        int i = from;
        if (lineFeedMayFollow && i < to) {
            i = skipLineFeed(access, bytes, i);
        }
        while (i < to) {
            if (access.get(bytes, i) == ByteAccess.LF && isLineEmpty()) {
                block.addWireBytes(1);
                endLine();
                i++;
                continue;
            }
            int end = access.lineEnd(bytes, i, to);
            if (end == to
                    || i > access.limit(bytes) - Long.BYTES
                    || !isLineEmpty()
                    || !readLineAtOnce(access, bytes, i, end)) {
                readLine(access, bytes, i, end);
                block.addWireBytes(end - i);
                if (end == to) {
                    return;
                }
                block.addWireBytes(1);
                endLine();
            }
            i = end + 1;
            if (access.get(bytes, end) == ByteAccess.CR) {
                lineFeedMayFollow = true;
                i = i < to ? skipLineFeed(access, bytes, i) : i;
            }
        }
    }

    private <T> int skipLineFeed(ByteAccess<T> access, T bytes, int index) {
        lineFeedMayFollow = false;
        if (access.get(bytes, index) != ByteAccess.LF) {
            return index;
        }
        block.addLineFeedAfterCarriageReturn();
        return index + 1;
    }

    private boolean isLineEmpty() {
        return field == null && name == Field.EMPTY_NAME;
    }

    /** Reads a whole line of data, type or id at once: the long way to the same takes three times as long. False for others. */
    private <T> boolean readLineAtOnce(ByteAccess<T> access, T bytes, int from, int to) {
        long head = access.head(bytes, from);
        int lineBytes = to - from + 1;
        if (head >>> Long.SIZE - DATA_BYTES * Byte.SIZE == DATA) {
            int value = from + DATA_BYTES + space(head, DATA_BYTES);
            block.addDataLine(access, bytes, value, to, lineBytes);
        } else if (head >>> Long.SIZE - EVENT_BYTES * Byte.SIZE == EVENT) {
            block.addTypeLine(access, bytes, from + EVENT_BYTES + space(head, EVENT_BYTES), to, lineBytes);
        } else if (head >>> Long.SIZE - ID_BYTES * Byte.SIZE == ID) {
            block.addIdLine(access, bytes, from + ID_BYTES + space(head, ID_BYTES), to, lineBytes);
        } else {
            return false;
        }
        byteOrderMarkMayFollow = false;
        return true;
    }

    /** 1 if the byte behind a name is the space that belongs to no value. */
    private static int space(long head, int nameBytes) {
        return (byte) (head >>> Long.SIZE - (nameBytes + 1) * Byte.SIZE) == ' ' ? 1 : 0;
    }

    /** Takes the next part of a line, which is all of it unless the line was cut. */
    private <T> void readLine(ByteAccess<T> access, T bytes, int from, int to) {
        int i = field == null ? readName(access, bytes, from, to) : from;
        if (i < to && spaceMayFollow) {
            spaceMayFollow = false;
            i += access.get(bytes, i) == ' ' ? 1 : 0;
        }
        if (i < to) {
            block.addValue(field, access, bytes, i, to);
        }
    }

    /** Returns where the value starts, or {@code to}. */
    private <T> int readName(ByteAccess<T> access, T bytes, int from, int to) {
        long read = name;
        for (int i = from; i < to; i++) {
            byte b = access.get(bytes, i);
            if (b == ':') {
                spaceMayFollow = true;
                beginValue(Field.named(read));
                return i + 1;
            }
            read = Field.append(read, b);
            if (Field.tooLong(read)) {
                beginValue(Field.UNKNOWN);
                return to;
            }
            if (read == BYTE_ORDER_MARK && byteOrderMarkMayFollow) {
                byteOrderMarkMayFollow = false;
                read = Field.EMPTY_NAME;
                // It is part of no block; its bytes are added like all others.
                block.addWireBytes(-BYTE_ORDER_MARK_BYTES);
            }
        }
        name = read;
        return to;
    }

    private void beginValue(Field begun) {
        field = begun;
        block.beginValue(begun);
    }

    private void endLine() {
        if (isLineEmpty()) {
            block.end();
        } else {
            if (field == null) {
                beginValue(Field.named(name));
            }
            block.endValue(field);
        }
        beginLine();
    }

    private void beginLine() {
        byteOrderMarkMayFollow = false;
        spaceMayFollow = false;
        name = Field.EMPTY_NAME;
        field = null;
    }
}
