package io.sseagent.core.parser;

/** The three lives of an id: in a line that may still bring a NUL, in a block that may still be cut off, committed. */
final class LastEventId {
    private BoundedBytes inLine = new BoundedBytes();
    private BoundedBytes inBlock = new BoundedBytes();
    private BoundedBytes committed = new BoundedBytes();
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
        nulInLine |= inLine.append(access, bytes, from, to);
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
