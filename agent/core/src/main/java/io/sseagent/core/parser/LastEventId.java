package io.sseagent.core.parser;

/** The three lives of an id: in a line that may still bring a NUL, in a block that may still be cut off, committed. */
final class LastEventId {
    // Holds a UUID, a ULID, a Kafka or MCP style compound id; longer ones are compared by their hash.
    private static final int CAPACITY_BYTES = 64;

    private BoundedBytes inLine = new BoundedBytes(CAPACITY_BYTES);
    private BoundedBytes inBlock = new BoundedBytes(CAPACITY_BYTES);
    private BoundedBytes committed = new BoundedBytes(CAPACITY_BYTES);
    private boolean nulInLine;
    private boolean setInBlock;

    BoundedBytes committed() {
        return committed;
    }

    void beginLine() {
        inLine.clear();
        nulInLine = false;
    }

    <T> void append(ByteAccess<T> access, T bytes, int from, int to) {
        inLine.append(access, bytes, from, to);
        for (int i = from; i < to; i++) {
            nulInLine |= access.get(bytes, i) == 0;
        }
    }

    void endLine() {
        if (nulInLine) {
            return;
        }
        BoundedBytes replaced = inBlock;
        inBlock = inLine;
        inLine = replaced;
        setInBlock = true;
    }

    /** Whether the block had an id, which then is the committed one. */
    boolean commit() {
        if (!setInBlock) {
            return false;
        }
        BoundedBytes replaced = committed;
        committed = inBlock;
        inBlock = replaced;
        setInBlock = false;
        return true;
    }
}
