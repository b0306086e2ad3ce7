package io.sseagent.core.stream;

/**
 * Tells writers whether time has passed since they asked last, for a hundredth of what a clock costs. It beats twenty times a second,
 * and only while the process sends so many events that clocks would cost it a noticeable part of a core.
 */
final class Pulse {
    /** Nobody beats: whoever wants to know the time reads a clock. */
    static final int NONE = 0;

    private volatile int beat = NONE;

    /** The number of this beat, or {@link #NONE}. Any thread. */
    int beat() {
        return beat;
    }

    /** The agent's thread only. */
    void next() {
        beat = beat == Integer.MAX_VALUE ? 1 : beat + 1;
    }

    /** Until the next beat writers read the clock. */
    void rest() {
        beat = NONE;
    }
}
