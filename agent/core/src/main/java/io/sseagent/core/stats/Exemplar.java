package io.sseagent.core.stats;

/** One observation with the trace that it belongs to. Immutable. */
public final class Exemplar {
    private final String traceId;
    private final String spanId;
    private final long value;
    private final long epochMillis;

    /** A raw value observed at {@code epochMillis} under a W3C trace and span id, both lower-case hex. */
    public Exemplar(String traceId, String spanId, long value, long epochMillis) {
        this.traceId = traceId;
        this.spanId = spanId;
        this.value = value;
        this.epochMillis = epochMillis;
    }

    /** 32 hex digits. */
    public String traceId() {
        return traceId;
    }

    /** 16 hex digits. */
    public String spanId() {
        return spanId;
    }

    /** Raw value, in the unit of its histogram's layout. */
    public long value() {
        return value;
    }

    /** When it was observed. */
    public long epochMillis() {
        return epochMillis;
    }
}
