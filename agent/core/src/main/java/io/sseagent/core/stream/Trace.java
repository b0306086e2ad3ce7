package io.sseagent.core.stream;

import io.sseagent.core.stats.Exemplar;

/** Trace and span id of a request, from its {@code traceparent} header (W3C Trace Context level 1). Immutable. */
public final class Trace {
    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;
    private static final int DIGITS_PER_LONG = 16;
    private static final int HEX = 16;

    // As numbers: an open stream keeps them, and two strings would take four times the memory.
    private final long traceHigh;
    private final long traceLow;
    private final long span;

    private Trace(String traceparent) {
        this.traceHigh = number(traceparent, TRACE_ID);
        this.traceLow = number(traceparent, TRACE_ID + DIGITS_PER_LONG);
        this.span = number(traceparent, SPAN_ID);
    }

    private static long number(String traceparent, int from) {
        return Long.parseUnsignedLong(traceparent.substring(from, from + DIGITS_PER_LONG), HEX);
    }

    /** Null for a missing or malformed header, whose content must reach no label. */
    public static Trace parse(String traceparent) {
        if (traceparent == null || traceparent.length() < LENGTH) {
            return null;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == TRACE_ID - 1 || i == SPAN_ID - 1 || i == FLAGS - 1;
            if (dash ? traceparent.charAt(i) != '-' : !isHex(traceparent.charAt(i))) {
                return null;
            }
        }
        Trace trace = new Trace(traceparent);
        boolean isTrace = (trace.traceHigh | trace.traceLow) != 0 && trace.span != 0;
        return isTrace && isVersion(traceparent) ? trace : null;
    }

    /** Version 00 ends here, later ones may go on after a dash, ff is none. */
    private static boolean isVersion(String traceparent) {
        if (traceparent.startsWith("ff")) {
            return false;
        }
        return traceparent.length() == LENGTH || (!traceparent.startsWith("00") && traceparent.charAt(LENGTH) == '-');
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static String digits(long number) {
        String digits = Long.toHexString(number);
        return "0000000000000000".substring(digits.length()) + digits;
    }

    String traceId() {
        return digits(traceHigh) + digits(traceLow);
    }

    /** A raw value that was observed under this trace at {@code epochMillis}. */
    public Exemplar exemplar(long value, long epochMillis) {
        return new Exemplar(traceId(), digits(span), value, epochMillis);
    }
}
