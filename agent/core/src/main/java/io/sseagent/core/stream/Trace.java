package io.sseagent.core.stream;

import io.sseagent.core.stats.Exemplar;

/** Trace and span id of a request, from its {@code traceparent} header (W3C Trace Context, version 00). Immutable. */
final class Trace {
    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;

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
        return new Trace(traceparent.substring(TRACE_ID, SPAN_ID - 1), traceparent.substring(SPAN_ID, FLAGS - 1));
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    Exemplar exemplar(long value, long epochMillis) {
        return new Exemplar(traceId, spanId, value, epochMillis);
    }
}
