package io.sseagent.core.parser;

/**
 * Told what a browser's parser would make of the bytes, on the thread that feeds them and before the call that fed the
 * deciding byte returns. Implementations do not throw, keep no argument and do not feed the parser.
 *
 * <p>A block is what lies between two empty lines; its size is in bytes on the wire, from its first byte (after a byte
 * order mark) to the byte that ends the empty line. The LF of a CRLF that ends a block is never counted: the CR ended it.
 */
public interface EventStreamListener {
    /**
     * An event was dispatched.
     *
     * @param type empty for {@code message}, and as it was sent otherwise
     * @param dataBytes length of the data in UTF-8, its lines joined with LF
     */
    void onEvent(BoundedBytes type, long blockBytes, long dataBytes);

    /** A block set the last event id, possibly to nothing; comes before the event of the same block, if there is one. */
    void onLastEventId(BoundedBytes id);

    /** A comment line ended. */
    void onComment();

    /**
     * A block with some field ended that has no data, so that nothing was dispatched. Often a bug of the application
     * ({@code event: done}), but a block of nothing but {@code id} or {@code retry} is a legitimate way to set these.
     *
     * @param fields see {@link Field#isIn}; never empty
     */
    void onBlockWithoutData(int fields, long blockBytes);

    /**
     * The stream ended inside a block with some field: it was discarded, and its id was not committed.
     *
     * @param fields see {@link Field#isIn}; never empty, and includes that of an unfinished last line
     */
    void onTruncatedBlock(int fields, long blockBytes);

    /** A valid {@code retry} line ended. It takes effect at once, whatever becomes of its block. Saturates at the maximum. */
    void onRetry(long millis);
}
