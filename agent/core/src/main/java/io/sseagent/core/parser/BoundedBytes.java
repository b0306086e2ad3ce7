package io.sseagent.core.parser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first bytes of a field value of any length, with a hash over all of it. Belongs to its parser: valid during the
 * callback that hands it out, on that thread; copy what is to stay.
 */
public final class BoundedBytes {
    private static final byte[] NOTHING = {};
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final int capacity;

    private byte[] array = NOTHING;
    private int length;
    private long hash = FNV_OFFSET;
    private boolean overflowed;

    BoundedBytes(int capacity) {
        this.capacity = capacity;
    }

    /** The bytes are at 0 to {@link #length()}; the rest is undefined. Not to be written to; another array may come later. */
    public byte[] array() {
        return array;
    }

    /** How many bytes are kept. */
    public int length() {
        return length;
    }

    /** Whether the value is longer than what is kept, which may then end inside a UTF-8 sequence. */
    public boolean overflowed() {
        return overflowed;
    }

    /** FNV-1a, 64 bits, over the whole value: equal for equal values also beyond the bound. */
    public long hash() {
        return hash;
    }

    /** The kept bytes as UTF-8; allocates. */
    @Override
    public String toString() {
        return new String(array, 0, length, StandardCharsets.UTF_8);
    }

    void clear() {
        length = 0;
        hash = FNV_OFFSET;
        overflowed = false;
    }

    <T> void append(ByteAccess<T> access, T bytes, int from, int to) {
        int wanted = Math.min(capacity, length + (to - from));
        if (array.length < wanted) {
            array = Arrays.copyOf(array, Math.min(capacity, Math.max(wanted, 2 * array.length)));
        }
        long hashed = hash;
        for (int i = from; i < to; i++) {
            byte b = access.get(bytes, i);
            hashed = (hashed ^ (b & 0xff)) * FNV_PRIME;
            if (length < capacity) {
                array[length++] = b;
            } else {
                overflowed = true;
            }
        }
        hash = hashed;
    }
}
