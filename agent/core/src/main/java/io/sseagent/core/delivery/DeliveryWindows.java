package io.sseagent.core.delivery;

import io.sseagent.core.stream.Clock;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The windows of all legs, each made at its first time: a megabyte or so. Thread-safe. */
final class DeliveryWindows {
    private final long windowNanos;
    private final long highestNanos;
    private final Clock clock;
    private final AtomicReferenceArray<LegWindow> legs = new AtomicReferenceArray<>(Leg.values().length);

    DeliveryWindows(long windowNanos, long highestNanos, Clock clock) {
        this.windowNanos = windowNanos;
        this.highestNanos = highestNanos;
        this.clock = clock;
    }

    void record(Leg leg, long nanos) {
        LegWindow window = legs.get(leg.ordinal());
        if (window == null) {
            legs.compareAndSet(leg.ordinal(), null, new LegWindow(windowNanos, highestNanos, clock.nanos()));
            window = legs.get(leg.ordinal());
        }
        window.record(nanos);
    }

    /** Once a second or so. */
    void advance() {
        for (int i = 0; i < legs.length(); i++) {
            LegWindow window = legs.get(i);
            if (window != null) {
                window.advance(clock.nanos());
            }
        }
    }

    /** The values in seconds at these quantiles, null if there is nothing in the window. */
    double[] read(Leg leg, double[] quantiles) {
        LegWindow window = legs.get(leg.ordinal());
        return window == null ? null : window.read(quantiles, clock.nanos());
    }
}
