package io.sseagent.core.stream;

/** Where the model's time comes from. Thread-safe. */
public interface Clock {
    /** The JVM's own clocks. */
    Clock SYSTEM = new Clock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public long epochMillis() {
            return System.currentTimeMillis();
        }
    };

    /** Monotonic nanoseconds, as {@link System#nanoTime()}. */
    long nanos();

    /** Milliseconds since the epoch. */
    long epochMillis();
}
