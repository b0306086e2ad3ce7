package io.sseagent.core.parser;

/**
 * How the parser reads one kind of memory by absolute index. Stateless, so that no parser ever holds on to a server's
 * buffer, and with two subclasses only: the JIT inlines both.
 */
abstract class ByteAccess<T> {
    static final byte LF = '\n';
    static final byte CR = '\r';
    static final long EACH_BYTE = 0x0101010101010101L;

    abstract byte get(T bytes, int index);

    /** Behind the last index that can be read at all, whatever part of the memory is being fed. */
    abstract int limit(T bytes);

    /** The eight bytes from the index on, the first in the highest bits; all of them below the limit. */
    abstract long head(T bytes, int index);

    /** Copies {@code count} bytes from the index on. */
    abstract void copy(T bytes, int from, byte[] target, int at, int count);

    /** The index of the first CR or LF in the range, or {@code to}. */
    abstract int lineEnd(T bytes, int from, int to);

    /** The first bytes of the range that fit into a word, the first in the highest bits, then zeros. The range is not empty. */
    final long word(T bytes, int from, int to) {
        int count = Math.min(to - from, Long.BYTES);
        int unusedBits = Long.SIZE - count * Byte.SIZE;
        if (from <= limit(bytes) - Long.BYTES) {
            return head(bytes, from) & -1L << unusedBits;
        }
        long word = 0;
        for (int i = 0; i < count; i++) {
            word = word << Byte.SIZE | get(bytes, from + i) & 0xff;
        }
        return word << unusedBits;
    }

    /** Whether a word's first bytes, {@code count} or all eight of them, hold a NUL. */
    static boolean hasNul(long word, int count) {
        long filled = count >= Long.BYTES ? word : word | -1L >>> count * Byte.SIZE;
        return ((filled - EACH_BYTE) & ~filled & EACH_BYTE << Byte.SIZE - 1) != 0;
    }
}
