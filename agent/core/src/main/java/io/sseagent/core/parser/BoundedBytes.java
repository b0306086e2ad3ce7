package io.sseagent.core.parser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first bytes of a field value of any length, with a hash over all of it. Belongs to its parser: valid during the
 * callback that hands it out, on that thread; copy what is to stay.
 *
 * <p>They are held eight to a word, the first in the highest bits: an event names its type in two or three words, and a loop
 * over its bytes would take longer than all the rest of its block.
 */
public final class BoundedBytes {
    /** Holds a UUID, a ULID, a compound id as Kafka's or MCP's, and every type that is still a label. Whole words. */
    private static final int CAPACITY_BYTES = 64;

    private static final int MOST_DIGITS = 18;
    private static final long[] NO_WORDS = {};
    private static final byte[] NO_BYTES = {};
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Zero behind the value as far as the last word that it uses. */
    private long[] words = NO_WORDS;

    private byte[] array = NO_BYTES;
    private int length;
    private boolean overflowed;
    /** Over the whole value once that has overflowed. */
    private long overflowedHash;

    private int changes;

    /** Holds nothing yet, and no memory for it. */
    BoundedBytes() {}

    /** The bytes are at 0 to {@link #length()}; the rest is undefined. Filled by each call, a longer one now and then. */
    public byte[] array() {
        if (array.length < length) {
            array = new byte[Math.min(CAPACITY_BYTES, 2 * length)];
        }
        for (int i = 0; i < length; i++) {
            array[i] = get(i);
        }
        return array;
    }

    private byte get(int index) {
        return (byte) (words[index / Long.BYTES] >>> shift(index));
    }

    private static int shift(int index) {
        return Long.SIZE - Byte.SIZE * (index % Long.BYTES + 1);
    }

    /** How many bytes are kept. */
    public int length() {
        return length;
    }

    /** Whether the value is longer than what is kept, which may then end inside a UTF-8 sequence. */
    public boolean overflowed() {
        return overflowed;
    }

    /** The value as a number of 1 to 18 decimal digits, or -1 if it is anything else; allocates nothing. */
    public long decimal() {
        if (length == 0 || length > MOST_DIGITS || overflowed) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = get(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Rises with each change: what was found out about the value holds until then. */
    public int changes() {
        return changes;
    }

    /** FNV-1a, 64 bits, over the whole value: equal for equal values also beyond the bound. */
    public long hash() {
        if (overflowed) {
            return overflowedHash;
        }
        long hash = FNV_OFFSET;
        for (int i = 0; i < length; i++) {
            hash = hashed(hash, get(i));
        }
        return hash;
    }

    private static long hashed(long hash, byte b) {
        return (hash ^ b & 0xff) * FNV_PRIME;
    }

    /** The kept bytes as UTF-8; allocates. */
    @Override
    public String toString() {
        return new String(array(), 0, length, StandardCharsets.UTF_8);
    }

    void clear() {
        length = 0;
        overflowed = false;
        changes++;
    }

    /** Whether these bytes are the whole value that is held. */
    <T> boolean holds(ByteAccess<T> access, T bytes, int from, int to) {
        if (to - from != length || overflowed) {
            return false;
        }
        for (int i = 0; i < length; i += Long.BYTES) {
            if (words[i / Long.BYTES] != access.word(bytes, from + i, to)) {
                return false;
            }
        }
        return true;
    }

    /** Appends, and tells whether a NUL was among the bytes. */
    <T> boolean append(ByteAccess<T> access, T bytes, int from, int to) {
        int kept = Math.min(CAPACITY_BYTES - length, to - from);
        grow(length + kept);
        changes++;
        boolean nul = false;
        int i = from;
        if (length % Long.BYTES == 0) {
            for (; i < from + kept; i += Long.BYTES) {
                long word = access.word(bytes, i, from + kept);
                words[(length + i - from) / Long.BYTES] = word;
                nul |= ByteAccess.hasNul(word, from + kept - i);
            }
            length += kept;
        } else {
            for (; i < from + kept; i++) {
                byte b = access.get(bytes, i);
                append(b);
                nul |= b == 0;
            }
        }
        return from + kept < to ? overflow(access, bytes, from + kept, to) || nul : nul;
    }

    private void append(byte b) {
        int word = length / Long.BYTES;
        long before = length % Long.BYTES == 0 ? 0 : words[word];
        words[word] = before | (b & 0xffL) << shift(length);
        length++;
    }

    private void grow(int wanted) {
        int wantedWords = (wanted + Long.BYTES - 1) / Long.BYTES;
        if (words.length < wantedWords) {
            words = Arrays.copyOf(words, wantedWords);
        }
    }

    private <T> boolean overflow(ByteAccess<T> access, T bytes, int from, int to) {
        long hash = hash();
        boolean nul = false;
        for (int i = from; i < to; i++) {
            byte b = access.get(bytes, i);
            hash = hashed(hash, b);
            nul |= b == 0;
        }
        overflowed = true;
        overflowedHash = hash;
        return nul;
    }
}
