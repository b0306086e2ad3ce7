package io.sseagent.core.health;

/** Processor time by thread id. Thread-safe. */
public interface CpuClock {
    /** Nanoseconds, or -1 if the thread has ended or nobody measures. */
    long cpuNanos(long threadId);
}
