package io.sseagent.core.parser;

/**
 * The fields of an event stream. Names compare byte for byte, so one fits into a long: a sentinel 1, then its bytes.
 * Several fields make a set: the bits of their {@link #mask()}.
 */
public enum Field {
    /** Adds a line to the data of the event. */
    DATA("data", 1),
    /** Names the type of the event. */
    EVENT("event", 1 << 1),
    /** Sets the last event id. */
    ID("id", 1 << 2),
    /** Advises the time to wait before a reconnect. */
    RETRY("retry", 1 << 3),
    /** Any other name; ignored by a browser. */
    UNKNOWN(null, 1 << 4),
    /** A line that starts with a colon, which is a field without a name; it is in no set. */
    COMMENT("", 0);

    static final long EMPTY_NAME = 1;
    /** No known name, nor the BOM, is longer than five bytes. */
    private static final long LONGEST_NAME = (EMPTY_NAME + 1 << 5 * Byte.SIZE) - 1;

    private final long packedName;
    private final int mask;

    Field(String name, int mask) {
        this.packedName = name == null ? 0 : pack(name);
        this.mask = mask;
    }

    /** This field as a one-element set. */
    public int mask() {
        return mask;
    }

    /** Whether this field is in the set. */
    public boolean isIn(int fields) {
        return (fields & mask) != 0;
    }

    static long append(long packedName, byte b) {
        return packedName << Byte.SIZE | b & 0xff;
    }

    static boolean tooLong(long packedName) {
        return packedName > LONGEST_NAME;
    }

    static Field named(long packedName) {
        // By rank: nearly every line of a real stream is data.
        if (packedName == DATA.packedName) {
            return DATA;
        } else if (packedName == EVENT.packedName) {
            return EVENT;
        } else if (packedName == ID.packedName) {
            return ID;
        } else if (packedName == COMMENT.packedName) {
            return COMMENT;
        }
        return packedName == RETRY.packedName ? RETRY : UNKNOWN;
    }

    private static long pack(String name) {
        long packed = EMPTY_NAME;
        for (int i = 0; i < name.length(); i++) {
            packed = append(packed, (byte) name.charAt(i));
        }
        return packed;
    }
}
