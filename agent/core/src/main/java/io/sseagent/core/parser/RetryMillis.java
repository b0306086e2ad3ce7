package io.sseagent.core.parser;

/** The value of a {@code retry} line: digits, read as they come. */
final class RetryMillis {
    private static final long NOT_A_NUMBER = -1;
    private static final long NO_DIGIT_YET = -2;

    private long value;

    void beginLine() {
        value = NO_DIGIT_YET;
    }

    <T> void append(ByteAccess<T> access, T bytes, int from, int to) {
        for (int i = from; i < to && value != NOT_A_NUMBER; i++) {
            int digit = access.get(bytes, i) - '0';
            if (digit < 0 || digit > 9) {
                value = NOT_A_NUMBER;
            } else {
                value = appended(Math.max(value, 0), digit);
            }
        }
    }

    private static long appended(long digits, int digit) {
        return digits > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : digits * 10 + digit;
    }

    /** Whether the value is one or more ASCII digits and nothing else. */
    boolean isValid() {
        return value >= 0;
    }

    /** Saturates at the maximum. */
    long millis() {
        return value;
    }
}
