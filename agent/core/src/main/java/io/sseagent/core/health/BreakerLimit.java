package io.sseagent.core.health;

/**
 * One limit of the circuit breaker, with hysteresis: passed when three readings in a row are above it, well again below nine
 * tenths of it. Of the breaker's thread.
 */
public final class BreakerLimit {
    private static final int READINGS_TO_TRIP = 3;
    private static final double WELL_AGAIN = 0.9;

    private final String cause;
    private final Probe probe;
    private final double limit;
    private int above;
    private double latest = Double.NaN;

    /** A limit on what {@code probe} reads; infinite means that there is none. {@code cause} is a label value. */
    public BreakerLimit(String cause, Probe probe, double limit) {
        this.cause = cause;
        this.probe = probe;
        this.limit = limit;
    }

    String cause() {
        return cause;
    }

    /** For the log. */
    String describe() {
        return cause + " is " + shown(latest) + ", the limit is " + shown(limit);
    }

    private static String shown(double value) {
        return Double.toString(Math.round(value * 1000) / 1000.0);
    }

    /** True when it is passed. */
    boolean isPassed() {
        if (limit == Double.POSITIVE_INFINITY) {
            return false;
        }
        double reading = probe.read();
        if (!Double.isNaN(reading)) {
            latest = reading;
            above = reading > limit ? above + 1 : 0;
        }
        return above >= READINGS_TO_TRIP;
    }

    boolean isWell() {
        return Double.isNaN(latest) || latest < limit * WELL_AGAIN;
    }

    /** Forgets what was before. */
    void restart() {
        above = 0;
        latest = Double.NaN;
    }
}
