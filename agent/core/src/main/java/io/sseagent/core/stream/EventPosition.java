package io.sseagent.core.stream;

/**
 * Where an event stands among those of its source, read from an id that tells: an integer, milliseconds and a sequence ({@code
 * 1526919030474-55}, as Redis makes them), a ULID, or a UUID of version 7. Immutable.
 */
public final class EventPosition {
    private static final int MOST_DIGITS = 18;
    private static final int ULID_LENGTH = 26;
    private static final int UUID_LENGTH = 36;
    private static final int UUID_VERSION_AT = 14;
    /** Both begin with a time of 48 bits. */
    private static final int TIME_SHIFT = 16;

    private static final String HEX = "0123456789abcdef";
    /** The digits of ULIDs. */
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private enum Kind {
        INTEGER,
        MILLIS_AND_SEQUENCE,
        ULID,
        UUID_7
    }

    private final Kind kind;
    private final long high;
    private final long low;

    private EventPosition(Kind kind, long high, long low) {
        this.kind = kind;
        this.high = high;
        this.low = low;
    }

    /** Null for an id that tells no order. */
    public static EventPosition of(String id) {
        if (id.length() == ULID_LENGTH) {
            return ulid(id);
        }
        if (id.length() == UUID_LENGTH) {
            return uuid(id);
        }
        int dash = id.indexOf('-');
        if (dash < 0) {
            long value = number(id, 0, id.length());
            return value < 0 ? null : new EventPosition(Kind.INTEGER, 0, value);
        }
        long millis = number(id, 0, dash);
        long sequence = number(id, dash + 1, id.length());
        return millis < 0 || sequence < 0 ? null : new EventPosition(Kind.MILLIS_AND_SEQUENCE, millis, sequence);
    }

    private static long number(String id, int from, int to) {
        if (from == to || to - from > MOST_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = id.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /** 26 digits of five bits are 130: the first one has three at most. */
    private static EventPosition ulid(String id) {
        if (id.charAt(0) > '7') {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < ULID_LENGTH; i++) {
            int digit = CROCKFORD.indexOf(Character.toUpperCase(id.charAt(i)));
            if (digit < 0) {
                return null;
            }
            high = high << 5 | low >>> (Long.SIZE - 5);
            low = low << 5 | digit;
        }
        return new EventPosition(Kind.ULID, high, low);
    }

    private static EventPosition uuid(String id) {
        if (id.charAt(UUID_VERSION_AT) != '7') {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            int digit = HEX.indexOf(Character.toLowerCase(id.charAt(i)));
            if (dash ? id.charAt(i) != '-' : digit < 0) {
                return null;
            }
            if (!dash) {
                high = high << 4 | low >>> (Long.SIZE - 4);
                low = low << 4 | digit;
            }
        }
        return new EventPosition(Kind.UUID_7, high, low);
    }

    /** Milliseconds since 1970, as the id has them; -1 for an integer, which has no kind of its own. */
    public long epochMillis() {
        switch (kind) {
            case MILLIS_AND_SEQUENCE:
                return high;
            case ULID:
            case UUID_7:
                return high >>> TIME_SHIFT;
            default:
                return -1;
        }
    }

    /** The number, -1 if this is not an integer. */
    public long integer() {
        return kind == Kind.INTEGER ? low : -1;
    }

    /** Whether both count the same way, so that one comes before the other. */
    boolean isComparableWith(EventPosition other) {
        return other != null && kind == other.kind;
    }

    boolean isAfter(EventPosition other) {
        return high == other.high
                ? Long.compareUnsigned(low, other.low) > 0
                : Long.compareUnsigned(high, other.high) > 0;
    }

    /** Whether nothing fits in between. False where only time is known. */
    boolean follows(EventPosition other) {
        boolean counts = kind == Kind.INTEGER || kind == Kind.MILLIS_AND_SEQUENCE;
        return counts && high == other.high && low == other.low + 1;
    }

    /** Whether ids of this kind may have no holes. */
    boolean counts() {
        return kind == Kind.INTEGER;
    }
}
