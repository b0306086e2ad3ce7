package io.sseagent.core.stream;

/** Events in the highest second of the last minute, fed once a second. Guarded by its endpoint. */
final class PeakMeter {
    private static final int SECONDS = 60;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long[] perSecond = new long[SECONDS];
    private int second;
    private long lastEvents;
    private long lastNanos;

    PeakMeter(long nowNanos) {
        this.lastNanos = nowNanos;
    }

    /**
     * A late tick spreads its events over the time that has passed, so that a delayed agent shows no false peak; an early one
     * counts as a second, so that few events show none either.
     *
     * @return events per second since the last tick
     */
    long tick(long events, long nowNanos) {
        long elapsed = Math.max(nowNanos - lastNanos, NANOS_PER_SECOND);
        long now = (events - lastEvents) * NANOS_PER_SECOND / elapsed;
        perSecond[second] = now;
        second = (second + 1) % SECONDS;
        lastEvents = events;
        lastNanos = nowNanos;
        return now;
    }

    long peak() {
        long peak = 0;
        for (long count : perSecond) {
            peak = Math.max(peak, count);
        }
        return peak;
    }
}
