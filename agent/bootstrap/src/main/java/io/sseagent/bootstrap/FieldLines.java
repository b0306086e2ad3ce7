package io.sseagent.bootstrap;

/**
 * Whether bytes are, from the beginning of a line on, nothing but comments and the four fields of an event stream, each with its colon.
 * The format itself allows more (WHATWG HTML, "Parsing an event stream"); what writes it does not. For one thread.
 */
final class FieldLines {
    private static final int DATA = 0x64_61_74_61;
    private static final int ID = 0x69_64;
    private static final long EVENT = 0x65_76_65_6e_74L;
    private static final long RETRY = 0x72_65_74_72_79L;
    private static final int LONGEST_NAME = 5;

    private long name;
    private int nameBytes;
    private boolean inValue;
    private boolean lineFeedMayFollow;
    private boolean hasField;
    private boolean blockEnded;

    /** The next byte is the first one of a line, and of all that counts. */
    void begin() {
        endLine();
        lineFeedMayFollow = false;
        hasField = false;
        blockEnded = false;
    }

    /** Returns false if this is no event stream; only {@link #begin} makes sense then. */
    boolean read(byte next) {
        boolean skipped = lineFeedMayFollow && next == '\n';
        lineFeedMayFollow = next == '\r';
        if (skipped) {
            return true;
        }
        if (next == '\n' || next == '\r') {
            boolean blank = !inValue && nameBytes == 0;
            blockEnded = blank && hasField;
            boolean whole = blank || inValue;
            endLine();
            return whole;
        }
        blockEnded = false;
        if (inValue) {
            return true;
        }
        if (next == ':') {
            inValue = true;
            hasField = true;
            return nameBytes == 0 || name == DATA || name == ID || name == EVENT || name == RETRY;
        }
        name = name << Byte.SIZE | next;
        nameBytes++;
        return nameBytes <= LONGEST_NAME;
    }

    private void endLine() {
        name = 0;
        nameBytes = 0;
        inValue = false;
    }

    /** Whether the last byte has ended a block with at least one field or comment. */
    boolean endedBlock() {
        return blockEnded;
    }
}
