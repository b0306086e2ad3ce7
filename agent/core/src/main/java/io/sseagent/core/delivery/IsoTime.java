package io.sseagent.core.delivery;

/** Date and time with an offset, as ISO 8601 and RFC 3339 write them: {@code 2026-01-31T10:00:00.123+01:00}. */
final class IsoTime {
    private static final int DATE_LENGTH = 10;
    private static final int TIME_LENGTH = 19;
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int DAYS_TO_1970 = 719_468;
    private static final int DAYS_OF_400_YEARS = 146_097;

    private final String text;
    private int at;

    private IsoTime(String text) {
        this.text = text;
    }

    /** Nanoseconds since 1970, or {@link EpochTime#NONE}. A time without an offset is none: nobody knows where it was. */
    static long nanos(String text) {
        return text.length() > TIME_LENGTH ? new IsoTime(text).nanos() : EpochTime.NONE;
    }

    private long nanos() {
        int year = number(0, 4);
        int month = number(5, 2);
        int day = number(8, 2);
        int hour = number(11, 2);
        int minute = number(14, 2);
        int second = number(17, 2);
        char separator = text.charAt(DATE_LENGTH);
        boolean shaped = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (separator == 'T' || separator == 't' || separator == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        // a leap second counts as the one after it
        if (!shaped || !isDate(year, month, day) || !isTime(hour, minute) || second < 0 || second > 60) {
            return EpochTime.NONE;
        }
        at = TIME_LENGTH;
        long nano = fraction();
        long offset = offsetSeconds();
        if (nano < 0 || offset == EpochTime.NONE || at != text.length()) {
            return EpochTime.NONE;
        }
        long seconds = days(year, month, day) * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second - offset;
        return EpochTime.inRange(seconds) ? seconds * NANOS_PER_SECOND + nano : EpochTime.NONE;
    }

    private static boolean isDate(int year, int month, int day) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int last = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= last;
    }

    private static boolean isTime(int hour, int minute) {
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    }

    /** Days since 1970 in the Gregorian calendar, counted in years that begin in March. */
    private static long days(int year, int month, int day) {
        long march = month > 2 ? year : year - 1L;
        long era = Math.floorDiv(march, 400L);
        long yearOfEra = march - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * DAYS_OF_400_YEARS + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DAYS_TO_1970;
    }

    /** Nanoseconds behind the seconds, further digits dropped; negative if there is a point and no digit. */
    private long fraction() {
        if (text.charAt(at) != '.' && text.charAt(at) != ',') {
            return 0;
        }
        int start = ++at;
        long value = 0;
        int digits = 0;
        for (; at < text.length() && isDigit(at); at++) {
            if (digits < NANO_DIGITS) {
                value = value * 10 + text.charAt(at) - '0';
                digits++;
            }
        }
        for (; digits < NANO_DIGITS; digits++) {
            value *= 10;
        }
        return at == start ? -1 : value;
    }

    private long offsetSeconds() {
        if (at >= text.length()) {
            return EpochTime.NONE;
        }
        char sign = text.charAt(at);
        if (sign == 'Z' || sign == 'z') {
            at++;
            return 0;
        }
        boolean colon = at + 3 < text.length() && text.charAt(at + 3) == ':';
        int hours = number(at + 1, 2);
        int minutes = at + 3 == text.length() ? 0 : number(at + (colon ? 4 : 3), 2);
        if ((sign != '+' && sign != '-') || !isTime(hours, minutes)) {
            return EpochTime.NONE;
        }
        at += at + 3 == text.length() ? 3 : colon ? 6 : 5;
        long seconds = hours * 3600L + minutes * 60L;
        return sign == '+' ? seconds : -seconds;
    }

    /** Negative if they are not all digits. */
    private int number(int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(i)) {
                return -1;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
