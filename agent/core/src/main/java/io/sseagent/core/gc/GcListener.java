package io.sseagent.core.gc;

/** Told of each stop-the-world pause once it is over, on a thread of the JVM. */
public interface GcListener {
    /**
     * All threads stood still.
     *
     * @param gc the collector, as its bean is named
     * @param cause as the JVM names it
     * @param nanos how long, in steps of a millisecond
     */
    void paused(String gc, String cause, long nanos);
}
