package io.sseagent.core.stream;

/** What one stream counts, beside its events by type. */
public enum StreamCounter {
    /** Comment lines. */
    COMMENTS,
    /** Bytes before compression. */
    BYTES,
    /** Blocks that ended without data. */
    BLOCKS_WITHOUT_DATA,
    /** Blocks that the end of the stream cut off. */
    BLOCKS_TRUNCATED,
    /** Writes after the stream had failed. */
    SENDS_AFTER_CLOSE,
    /** Events with a garbage collector's pause between them and the one before. */
    DELAYED_BY_GC
}
