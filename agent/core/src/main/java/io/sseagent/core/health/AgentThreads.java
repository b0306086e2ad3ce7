package io.sseagent.core.health;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Processor time of the agent's own threads. Long-lived ones are read from outside; those of a request report theirs before they
 * end. Thread-safe.
 */
public final class AgentThreads {
    private volatile CpuClock clock;
    // Guarded by this.
    private final Map<Thread, Long> lastNanos = new HashMap<>();
    private long endedNanos;

    /** From now on times can be read; until then there are none. */
    public void measureWith(CpuClock cpuClock) {
        clock = cpuClock;
    }

    /** Counts {@code thread} for as long as it lives. */
    public synchronized void add(Thread thread) {
        lastNanos.put(thread, 0L);
    }

    /** The current thread is about to end and was not added: counts what it used up. */
    public void ending() {
        CpuClock current = clock;
        if (current != null) {
            long nanos = current.cpuNanos(Thread.currentThread().getId());
            synchronized (this) {
                endedNanos += Math.max(nanos, 0);
            }
        }
    }

    /** Of the current thread alone; -1 if it cannot be had. */
    public long currentCpuNanos() {
        CpuClock current = clock;
        return current == null ? -1 : current.cpuNanos(Thread.currentThread().getId());
    }

    /** All of it so far, never less than before; -1 if it cannot be had. */
    public long cpuNanos() {
        CpuClock current = clock;
        if (current == null) {
            return -1;
        }
        synchronized (this) {
            long total = 0;
            Iterator<Map.Entry<Thread, Long>> each = lastNanos.entrySet().iterator();
            while (each.hasNext()) {
                Map.Entry<Thread, Long> entry = each.next();
                long nanos = Math.max(current.cpuNanos(entry.getKey().getId()), entry.getValue());
                entry.setValue(nanos);
                if (entry.getKey().isAlive()) {
                    total += nanos;
                } else {
                    endedNanos += nanos;
                    each.remove();
                }
            }
            return total + endedNanos;
        }
    }
}
