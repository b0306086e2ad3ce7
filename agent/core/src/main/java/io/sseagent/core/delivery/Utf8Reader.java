package io.sseagent.core.delivery;

import java.io.Reader;

/**
 * Characters of UTF-8 in an array; what is not UTF-8 is U+FFFD. The JDK's decoder takes a buffer of eight kilobytes for each text,
 * and texts of events are a few hundred bytes.
 */
final class Utf8Reader extends Reader {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int CONTINUATION_BITS = 6;

    private final byte[] bytes;
    private final int end;
    private int at;
    /** The second half of a character that had no room, 0 if there is none. */
    private char pending;

    Utf8Reader(byte[] bytes, int length) {
        this.bytes = bytes;
        this.end = length;
    }

    /** Whether all of it was handed out. */
    boolean isAtEnd() {
        return at >= end;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        int written = 0;
        if (pending != 0 && length > 0) {
            target[offset] = pending;
            pending = 0;
            written++;
        }
        while (written < length && at < end) {
            int point = bytes[at] >= 0 ? bytes[at++] : sequence();
            if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                target[offset + written++] = (char) point;
                continue;
            }
            target[offset + written++] = Character.highSurrogate(point);
            char low = Character.lowSurrogate(point);
            if (written < length) {
                target[offset + written++] = low;
            } else {
                pending = low;
            }
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    /** One that is broken off or too long is a replacement for each of its bytes. */
    private int sequence() {
        int first = bytes[at++] & 0xff;
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        if (first < 0xc2 || first > 0xf4 || at + more > end) {
            return REPLACEMENT;
        }
        int point = first & (0x3f >> more);
        for (int i = 0; i < more; i++) {
            int next = bytes[at + i] & 0xff;
            if (next >>> CONTINUATION_BITS != 2) {
                return REPLACEMENT;
            }
            point = point << CONTINUATION_BITS | next & 0x3f;
        }
        boolean overlong = more == 2 ? point < 0x800 : more == 3 && point < Character.MIN_SUPPLEMENTARY_CODE_POINT;
        if (overlong || point > Character.MAX_CODE_POINT || (point >= 0xd800 && point <= 0xdfff)) {
            return REPLACEMENT;
        }
        at += more;
        return point;
    }

    @Override
    public void close() {}
}
