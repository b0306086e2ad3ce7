package io.sseagent.core.delivery;

import io.sseagent.core.config.EpochUnit;
import io.sseagent.core.stream.EventPosition;

/** Nanoseconds since 1970 from what applications write: a number in some unit, ISO 8601, or an id that begins with a time. */
final class EpochTime {
    /** No time. */
    static final long NONE = Long.MIN_VALUE;

    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 18;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MOST_SECONDS = Long.MAX_VALUE / 1_000_000_000 - 1;

    private EpochTime() {}

    /** Of a value in the data; {@link #NONE} if it is none, or beyond the years 1677 and 2262. */
    static long of(String text, EpochUnit unit) {
        String trimmed = text.length() > LONGEST ? "" : text.trim();
        if (trimmed.isEmpty()) {
            return NONE;
        }
        return isNumber(trimmed) ? number(trimmed, unit) : IsoTime.nanos(trimmed);
    }

    /** Of an id: as a value, or the time that a ULID, a UUID of version 7, or milliseconds and a sequence begin with. */
    static long ofId(String id, EpochUnit unit) {
        long nanos = of(id, unit);
        if (nanos != NONE) {
            return nanos;
        }
        EventPosition position = EventPosition.of(id);
        long millis = position == null ? -1 : position.epochMillis();
        return millis < 0 || !inRange(millis / 1000) ? NONE : millis * NANOS_PER_MILLI;
    }

    static boolean inRange(long seconds) {
        return seconds <= MOST_SECONDS && seconds >= -MOST_SECONDS;
    }

    private static boolean isNumber(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digit |= c >= '0' && c <= '9';
            boolean sign = (c == '-' || c == '+') && (i == 0 || isExponent(text.charAt(i - 1)));
            if ((c < '0' || c > '9') && c != '.' && !sign && !(digit && isExponent(c))) {
                return false;
            }
        }
        return digit;
    }

    private static boolean isExponent(char c) {
        return c == 'e' || c == 'E';
    }

    private static long number(String text, EpochUnit unit) {
        try {
            double value = Double.parseDouble(text);
            long perUnit = unit.nanos(value);
            if (!inRange((long) (value * (perUnit / NANOS_PER_SECOND)))) {
                return NONE;
            }
            // a double holds a time of today to 0.2 us only
            int point = text.indexOf('.');
            boolean plain = text.indexOf('e') < 0 && text.indexOf('E') < 0;
            String whole = point < 0 ? text : text.substring(0, point);
            if (!plain || whole.length() > MOST_DIGITS + 1 || whole.length() < 2 || !isDigit(whole.charAt(0))) {
                return (long) (value * perUnit);
            }
            double rest = point < 0 || point + 1 == text.length() ? 0 : Double.parseDouble("0" + text.substring(point));
            return Long.parseLong(whole) * perUnit + (long) (rest * perUnit);
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
