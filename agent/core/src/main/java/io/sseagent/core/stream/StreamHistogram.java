package io.sseagent.core.stream;

import io.sseagent.core.stats.BucketLayout;
import io.sseagent.core.stats.Layouts;

/** What one stream distributes. */
public enum StreamHistogram {
    /** Nanoseconds between dispatched events. */
    DATA_GAP(Layouts.GAP),
    /** Nanoseconds between writes of any bytes. */
    BYTE_GAP(Layouts.GAP),
    /**
     * What is one of each, as it is before nearly every event that is written alone: counted once in a stream, and in
     * {@link StreamTotals} as the two that it is, where this one stays empty.
     */
    BOTH_GAPS(Layouts.GAP),
    /** Bytes of a dispatched event's block. */
    EVENT_SIZE(Layouts.SIZE),
    /** Nanoseconds inside a write and its flush. */
    WRITE_OK(Layouts.WRITE),
    /** Nanoseconds until a write or flush failed. */
    WRITE_FAILED(Layouts.WRITE);

    private final BucketLayout layout;

    StreamHistogram(BucketLayout layout) {
        this.layout = layout;
    }

    BucketLayout layout() {
        return layout;
    }
}
