package io.sseagent.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds where each response of one connection ends, and keeps nothing of it. Understands what the applications send: a length
 * or chunks without trailers, status 200. A last chunk is known by its bytes: no event of the applications holds them.
 */
final class ResponseReader {
    private static final int LONGEST_HEAD_BYTES = 8192;
    private static final String LENGTH = "\r\ncontent-length:";
    /** {@code CRLF 0 CRLF CRLF}, as a shift register. */
    private static final long LAST_CHUNK = 0x0d_0a_30_0d_0a_0d_0aL;

    private static final long LAST_CHUNK_MASK = (1L << 56) - 1;
    private static final int END_OF_HEAD = 0x0d_0a_0d_0a;
    private static final long CHUNKED = -1;

    private final byte[] head = new byte[LONGEST_HEAD_BYTES];
    private int headBytes;
    private boolean inHead = true;
    private int recent;
    private long recentBody;
    private long remaining;

    /**
     * Reads all of {@code bytes}.
     *
     * @return how many responses ended in them
     * @throws IllegalStateException for an answer other than 200
     */
    int read(ByteBuffer bytes) {
        int ended = 0;
        while (bytes.hasRemaining()) {
            if (inHead) {
                readHead(bytes);
            } else if (remaining == CHUNKED ? readChunks(bytes) : readCounted(bytes)) {
                ended++;
                inHead = true;
            }
        }
        return ended;
    }

    /** Whether a response has begun: its head is complete. */
    boolean hasBegun() {
        return !inHead;
    }

    private void readHead(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            head[headBytes++] = b;
            recent = recent << Byte.SIZE | b & 0xff;
            if (recent == END_OF_HEAD) {
                beginBody(new String(head, 0, headBytes, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT));
                return;
            }
        }
    }

    private void beginBody(String text) {
        if (!text.startsWith("http/1.1 200")) {
            throw new IllegalStateException(text);
        }
        int length = text.indexOf(LENGTH);
        if (length >= 0) {
            int from = length + LENGTH.length();
            remaining = Long.parseLong(
                    text.substring(from, text.indexOf('\r', from)).trim());
        } else {
            remaining = CHUNKED;
        }
        headBytes = 0;
        recent = 0;
        recentBody = 0;
        inHead = false;
    }

    private boolean readCounted(ByteBuffer bytes) {
        int taken = (int) Math.min(remaining, bytes.remaining());
        bytes.position(bytes.position() + taken);
        remaining -= taken;
        return remaining == 0;
    }

    /** Only the end of what was read is looked at closely: a client must cost less than its server. */
    private boolean readChunks(ByteBuffer bytes) {
        int skip = Math.max(0, bytes.remaining() - Long.BYTES);
        bytes.position(bytes.position() + skip);
        while (bytes.hasRemaining()) {
            recentBody = recentBody << Byte.SIZE | bytes.get() & 0xff;
        }
        return (recentBody & LAST_CHUNK_MASK) == LAST_CHUNK;
    }
}
