package io.sseagent.core.health;

/** Share of one processor that the agent's own threads took over the last 30 readings; nothing before there are as many. */
public final class CpuProbe implements Probe {
    private static final int WINDOW = 30;

    private final AgentThreads threads;
    private final NanoClock clock;
    private final long[] cpuNanos = new long[WINDOW];
    private final long[] nanos = new long[WINDOW];
    private int readings;

    /** Reads {@code threads} against {@code clock}. */
    public CpuProbe(AgentThreads threads, NanoClock clock) {
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public double read() {
        long cpu = threads.cpuNanos();
        if (cpu < 0) {
            return Double.NaN;
        }
        long now = clock.nanos();
        int slot = readings % WINDOW;
        double share = readings < WINDOW ? Double.NaN : (double) (cpu - cpuNanos[slot]) / (now - nanos[slot]);
        cpuNanos[slot] = cpu;
        nanos[slot] = now;
        readings++;
        return share;
    }

    /** Where time comes from, for tests. */
    public interface NanoClock {
        /** As {@link System#nanoTime()}. */
        long nanos();
    }
}
