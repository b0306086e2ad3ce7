package io.sseagent.core.config;

/** The unit of a time that is a number. */
public enum EpochUnit {
    /** By size: no two units give the same century. */
    AUTO(0),
    /** Seconds since 1970. */
    S(1_000_000_000L),
    /** Milliseconds since 1970. */
    MS(1_000_000L),
    /** Microseconds since 1970. */
    US(1_000L),
    /** Nanoseconds since 1970. */
    NS(1L);

    private static final double MOST_SECONDS = 1e11;
    private static final double PER_STEP = 1e3;

    private final long nanos;

    EpochUnit(long nanos) {
        this.nanos = nanos;
    }

    /** Nanoseconds of one unit; for {@link #AUTO} by the size of the value, which is read as a time before the year 5138. */
    public long nanos(double value) {
        if (this != AUTO) {
            return nanos;
        }
        double most = MOST_SECONDS;
        for (EpochUnit unit : new EpochUnit[] {S, MS, US}) {
            if (Math.abs(value) < most) {
                return unit.nanos;
            }
            most *= PER_STEP;
        }
        return NS.nanos;
    }
}
