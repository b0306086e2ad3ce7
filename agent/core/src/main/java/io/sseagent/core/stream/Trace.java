package io.sseagent.core.stream;

import io.sseagent.core.stats.Exemplar;

/** Trace and span id of a request, from its {@code traceparent} header (W3C Trace Context level 1). Immutable. */
final class Trace {
    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;
    private static final String NO_TRACE = "00000000000000000000000000000000";
    private static final String NO_SPAN = "0000000000000000";

    private final String traceId;
    private final String spanId;

    private Trace(String traceId, String spanId) {
        this.traceId = traceId;
        this.spanId = spanId;
    }

    /** Null for a missing or malformed header, whose content must reach no label. */
    static Trace parse(String traceparent) {
        if (traceparent == null || traceparent.length() < LENGTH) {
            return null;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == TRACE_ID - 1 || i == SPAN_ID - 1 || i == FLAGS - 1;
            if (dash ? traceparent.charAt(i) != '-' : !isHex(traceparent.charAt(i))) {
                return null;
            }
        }
        String traceId = traceparent.substring(TRACE_ID, SPAN_ID - 1);
        String spanId = traceparent.substring(SPAN_ID, FLAGS - 1);
        boolean valid = isVersion(traceparent) && !traceId.equals(NO_TRACE) && !spanId.equals(NO_SPAN);
        return valid ? new Trace(traceId, spanId) : null;
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

    Exemplar exemplar(long value, long epochMillis) {
        return new Exemplar(traceId, spanId, value, epochMillis);
    }
}
