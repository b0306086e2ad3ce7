package io.sseagent.core.stream;

/**
 * A stream as those see it who follow it beside the model: one object from its opening to its end, to be compared by identity. Holding it
 * does not keep the stream open, nor its response in memory. Thread-safe; no method waits or throws.
 */
public interface StreamLife {
    /** Its route, mode, server and HTTP version. */
    EndpointKey endpoint();

    /** Nanoseconds of {@link System#nanoTime()} when it was opened or picked up. */
    long openedNanos();

    /** Whether it was seen from its first byte on. */
    boolean startKnown();

    /** A keyed hash of its client, 0 if nothing is known of it; good for this process alone. */
    long client();

    /** What its client says that it is. */
    ClientFamily clientFamily();

    /** The trace id of its request in 32 hexadecimal digits; null if it had none. */
    String traceId();

    /** Events dispatched so far, but for those of types that the stream had no memory to count. */
    long events();

    /** Bytes written so far, before compression. */
    long bytes();

    /** What was {@linkplain #work(Object) left} here, or null. */
    Object work();

    /** A place for whoever follows what the stream starts, because a table of all open streams would cost each of them more. */
    void work(Object left);

    /** Nanoseconds of {@link System#nanoTime()} when the last byte was seen, or when it was opened. */
    long silentSinceNanos();

    /** Its slowest write so far, 0 if none was timed. */
    long slowestWriteNanos();

    /** When that ended, in milliseconds since the epoch. */
    long slowestWriteEpochMillis();
}
