package io.sseagent.core.delivery;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.IntCountsHistogram;
import org.HdrHistogram.Recorder;

/**
 * The exact times of one leg over a sliding window, in slices of a sixth: to three digits, in microseconds. Recorded by any thread
 * without a lock; the slices are the reader's, whose turns are guarded by this.
 */
final class LegWindow {
    private static final int SLICES = 6;
    private static final int DIGITS = 3;
    private static final double MICROS_PER_SECOND = 1e6;

    private final long sliceNanos;
    private final long highestMicros;
    private final Recorder recorder;
    private final IntCountsHistogram[] slices = new IntCountsHistogram[SLICES];
    private Histogram drained;
    private int current;
    private long currentSinceNanos;

    /** Times beyond {@code highestNanos} count as that. */
    LegWindow(long windowNanos, long highestNanos, long nowNanos) {
        this.sliceNanos = Math.max(windowNanos / SLICES, 1);
        this.highestMicros = Math.max(TimeUnit.NANOSECONDS.toMicros(highestNanos), 2);
        this.recorder = new Recorder(1, highestMicros, DIGITS);
        this.currentSinceNanos = nowNanos;
        for (int i = 0; i < SLICES; i++) {
            // grows to what it has to hold
            slices[i] = new IntCountsHistogram(DIGITS);
        }
    }

    void record(long nanos) {
        recorder.recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(nanos), highestMicros));
    }

    /** Moves on to the slice of this moment; between two calls everything counts in the one that was current. */
    synchronized void advance(long nowNanos) {
        drained = recorder.getIntervalHistogram(drained);
        slices[current].add(drained);
        long passed = (nowNanos - currentSinceNanos) / sliceNanos;
        for (long i = 0; i < Math.min(passed, SLICES); i++) {
            current = (current + 1) % SLICES;
            slices[current].reset();
        }
        currentSinceNanos += passed * sliceNanos;
    }

    /** The values in seconds at these quantiles, null if the window is empty. */
    synchronized double[] read(double[] quantiles, long nowNanos) {
        advance(nowNanos);
        IntCountsHistogram window = new IntCountsHistogram(DIGITS);
        for (IntCountsHistogram slice : slices) {
            window.add(slice);
        }
        if (window.getTotalCount() == 0) {
            return null;
        }
        double[] values = new double[quantiles.length];
        for (int i = 0; i < quantiles.length; i++) {
            values[i] = window.getValueAtPercentile(100 * quantiles[i]) / MICROS_PER_SECOND;
        }
        return values;
    }
}
