package io.sseagent.core.delivery;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** The legs of one combination of dimensions of a route, each made at its first time. Thread-safe. */
final class DeliverySeries {
    private final String[] dimensions;
    private final AtomicReferenceArray<LegTimes> legs = new AtomicReferenceArray<>(Leg.values().length);

    /** Admitted values, which the array is kept of. */
    DeliverySeries(String[] dimensions) {
        this.dimensions = dimensions;
    }

    String dimension(int index) {
        return dimensions[index];
    }

    LegTimes leg(Leg leg) {
        LegTimes times = legs.get(leg.ordinal());
        if (times == null) {
            legs.compareAndSet(leg.ordinal(), null, new LegTimes());
            times = legs.get(leg.ordinal());
        }
        return times;
    }

    /** Null if it has no time yet. */
    LegTimes legOrNull(Leg leg) {
        return legs.get(leg.ordinal());
    }
}
