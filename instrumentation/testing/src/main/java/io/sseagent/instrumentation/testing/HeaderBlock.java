package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Header fields of HTTP/2 in their compressed form (RFC 7541), taken apart into fields but never decompressed. */
final class HeaderBlock {
    private static final int SEVEN_BITS = 0x7f;
    /** Of the static table, as {@code :path} and {@code :authority} are. */
    private static final int DATE = 33;

    private final ByteArrayInputStream bytes;

    private HeaderBlock(byte[] block) {
        this.bytes = new ByteArrayInputStream(block);
    }

    /** The block of a GET; what is known is an index of the static table, all else a literal. */
    static byte[] get(String authority, String path) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x82); // :method GET
        block.write(0x86); // :scheme http
        literal(block, 1, authority);
        literal(block, 4, path);
        return block.toByteArray();
    }

    private static void literal(ByteArrayOutputStream block, int name, String value) {
        block.write(name);
        if (value.length() < SEVEN_BITS) {
            block.write(value.length());
        } else {
            block.write(SEVEN_BITS);
            int rest = value.length() - SEVEN_BITS;
            for (; rest > SEVEN_BITS; rest >>= 7) {
                block.write(rest & SEVEN_BITS | 0x80);
            }
            block.write(rest);
        }
        block.writeBytes(value.getBytes(ISO_8859_1));
    }

    /** The fields of a block as they are represented, without the value of {@code date}. */
    static List<String> fields(byte[] block) {
        HeaderBlock rest = new HeaderBlock(block);
        List<String> fields = new ArrayList<>();
        while (rest.bytes.available() > 0) {
            fields.add(rest.field());
        }
        return fields;
    }

    private String field() {
        int first = bytes.read();
        if ((first & 0x80) != 0) {
            return "indexed " + number(first, 7);
        }
        if ((first & 0xe0) == 0x20) {
            return "table size " + number(first, 5);
        }
        boolean indexing = (first & 0x40) != 0;
        int index = number(first, indexing ? 6 : 4);
        String name = index == 0 ? string() : "name " + index;
        String value = string();
        return (indexing ? "kept " : "literal ") + name + ": " + (index == DATE ? "" : value);
    }

    private String string() {
        byte[] text = new byte[number(bytes.read(), 7)];
        bytes.readNBytes(text, 0, text.length);
        return HexFormat.of().formatHex(text);
    }

    /** An integer that begins in the low bits of an octet. */
    private int number(int first, int bits) {
        int limit = (1 << bits) - 1;
        int number = first & limit;
        if (number < limit) {
            return number;
        }
        int shift = 0;
        int next;
        do {
            next = bytes.read();
            number += (next & SEVEN_BITS) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return number;
    }
}
