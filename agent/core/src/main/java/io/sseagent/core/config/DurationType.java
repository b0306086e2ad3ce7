package io.sseagent.core.config;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A duration in nanoseconds. The unit is required: a bare number means seconds to one reader and ms to the next. */
final class DurationType implements ValueType<Long> {
    private static final long MIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long MAX_NANOS = TimeUnit.HOURS.toNanos(24);
    private static final int MAX_DIGITS = 9;

    @Override
    public Long parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        TimeUnit unit = unit(text.substring(digits).trim());
        if (digits == 0 || digits > MAX_DIGITS || unit == null) {
            return null;
        }
        long nanos = unit.toNanos(Long.parseLong(text.substring(0, digits)));
        return nanos < MIN_NANOS || nanos > MAX_NANOS ? null : Long.valueOf(nanos);
    }

    @Override
    public String accepted() {
        return "a duration from 100ms to 24h with its unit: ms, s, m or h";
    }

    private static TimeUnit unit(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "ms":
                return TimeUnit.MILLISECONDS;
            case "s":
                return TimeUnit.SECONDS;
            case "m":
                return TimeUnit.MINUTES;
            case "h":
                return TimeUnit.HOURS;
            default:
                return null;
        }
    }
}
