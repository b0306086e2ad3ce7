package io.sseagent.prometheus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Fields of one protobuf message in the wire format, in the order of the calls. Not thread-safe. */
final class ProtobufMessage {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int WIRE_TYPE_BITS = 3;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** {@code uint32}, {@code uint64}, {@code enum}, or a non-negative {@code int64}. */
    ProtobufMessage unsigned(int field, long value) {
        tag(field, VARINT);
        varint(bytes, value);
        return this;
    }

    /** {@code sint32} or {@code sint64}. */
    ProtobufMessage signed(int field, long value) {
        return unsigned(field, value << 1 ^ value >> (Long.SIZE - 1));
    }

    ProtobufMessage number(int field, double value) {
        tag(field, FIXED64);
        long bits = Double.doubleToLongBits(value);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes.write((int) (bits >>> shift));
        }
        return this;
    }

    ProtobufMessage text(int field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        tag(field, LENGTH_DELIMITED);
        varint(bytes, utf8.length);
        bytes.write(utf8, 0, utf8.length);
        return this;
    }

    ProtobufMessage message(int field, ProtobufMessage value) {
        tag(field, LENGTH_DELIMITED);
        varint(bytes, value.bytes.size());
        byte[] nested = value.bytes.toByteArray();
        bytes.write(nested, 0, nested.length);
        return this;
    }

    /** Writes the message behind its length. */
    void writeDelimitedTo(OutputStream out) throws IOException {
        ByteArrayOutputStream length = new ByteArrayOutputStream();
        varint(length, bytes.size());
        length.writeTo(out);
        bytes.writeTo(out);
    }

    private void tag(int field, int wireType) {
        varint(bytes, (long) field << WIRE_TYPE_BITS | wireType);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
