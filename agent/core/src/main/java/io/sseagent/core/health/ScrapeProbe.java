package io.sseagent.core.health;

/** Seconds that the slowest scrape since the last reading took to be made. */
public final class ScrapeProbe implements Probe {
    private static final double NANOS_PER_SECOND = 1e9;

    private final AgentHealth health;

    /** Reads what the endpoint reports there. */
    public ScrapeProbe(AgentHealth health) {
        this.health = health;
    }

    @Override
    public double read() {
        long nanos = health.takeSlowestAnswerNanos();
        return nanos == 0 ? Double.NaN : nanos / NANOS_PER_SECOND;
    }
}
