package io.sseagent.prometheus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Protobuf's wire format, in the order of the calls, in one buffer that serves one message after the other. Nested messages are
 * written in place: between {@link #begin} and {@link #end}, which puts the length before them. Not thread-safe.
 */
final class ProtobufWriter {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int WIRE_TYPE_BITS = 3;
    private static final int PAYLOAD_BITS = 7;
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes = new byte[1 << 13];
    private int size;

    /** {@code uint32}, {@code uint64}, {@code enum}, or a non-negative {@code int64}. */
    void unsigned(int field, long value) {
        tag(field, VARINT);
        varint(value);
    }

    /** {@code sint32} or {@code sint64}. */
    void signed(int field, long value) {
        unsigned(field, value << 1 ^ value >> (Long.SIZE - 1));
    }

    void number(int field, double value) {
        tag(field, FIXED64);
        ensure(Long.BYTES);
        long bits = Double.doubleToLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    void text(int field, String value) {
        int start = begin(field);
        int length = value.length();
        ensure(length);
        int i = 0;
        while (i < length && value.charAt(i) < 0x80) {
            bytes[size++] = (byte) value.charAt(i++);
        }
        if (i < length) {
            byte[] rest = value.substring(i).getBytes(StandardCharsets.UTF_8);
            ensure(rest.length);
            System.arraycopy(rest, 0, bytes, size, rest.length);
            size += rest.length;
        }
        end(start);
    }

    /** Opens a nested message; returns what {@link #end} needs. */
    int begin(int field) {
        tag(field, LENGTH_DELIMITED);
        ensure(1);
        return size++;
    }

    /** Closes the nested message: one byte is reserved for its length, longer ones move up. */
    void end(int start) {
        int length = size - start - 1;
        int more = varintBytes(length) - 1;
        if (more > 0) {
            ensure(more);
            System.arraycopy(bytes, start + 1, bytes, start + 1 + more, length);
        }
        size = start;
        varint(length);
        size += length;
    }

    /** Writes the message behind its length, and begins anew. */
    void writeDelimitedTo(OutputStream out) throws IOException {
        int length = size;
        varint(length);
        out.write(bytes, length, size - length);
        out.write(bytes, 0, length);
        size = 0;
    }

    private void tag(int field, int wireType) {
        varint((long) field << WIRE_TYPE_BITS | wireType);
    }

    private void varint(long value) {
        ensure(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= PAYLOAD_BITS;
        }
        bytes[size++] = (byte) rest;
    }

    private static int varintBytes(int value) {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(value) + PAYLOAD_BITS - 1) / PAYLOAD_BITS);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
