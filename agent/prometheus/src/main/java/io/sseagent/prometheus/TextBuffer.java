package io.sseagent.prometheus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** UTF-8 text on its way to a stream, without an object per line. Not thread-safe. */
final class TextBuffer {
    private static final int CAPACITY_BYTES = 1 << 13;
    private static final int LONGEST_NUMBER = 20;
    private static final int ASCII = 0x80;
    /** From here on {@link Double#toString} writes an exponent. */
    private static final double FIRST_WITH_EXPONENT = 1e7;

    private final OutputStream out;
    private final byte[] bytes = new byte[CAPACITY_BYTES];
    private final byte[] digits = new byte[LONGEST_NUMBER];
    private int size;

    TextBuffer(OutputStream out) {
        this.out = out;
    }

    TextBuffer text(String text) throws IOException {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                return bytes(text.substring(i).getBytes(StandardCharsets.UTF_8));
            }
            octet(c);
        }
        return this;
    }

    /** With a backslash before backslashes, before quotation marks if asked for, and {@code \n} for a line feed. */
    TextBuffer escaped(String text, boolean quotes) throws IOException {
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\n' || (quotes && c == '"')) {
                text(text.substring(plainFrom, i)).octet('\\');
                octet(c == '\n' ? 'n' : c);
                plainFrom = i + 1;
            }
        }
        return text(plainFrom == 0 ? text : text.substring(plainFrom));
    }

    TextBuffer bytes(byte[] more) throws IOException {
        if (more.length > CAPACITY_BYTES - size) {
            flush();
        }
        if (more.length > CAPACITY_BYTES) {
            out.write(more, 0, more.length);
        } else {
            System.arraycopy(more, 0, bytes, size, more.length);
            size += more.length;
        }
        return this;
    }

    /** A count, which is never negative. */
    TextBuffer number(long value) throws IOException {
        int i = LONGEST_NUMBER;
        long rest = value;
        do {
            digits[--i] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        while (i < LONGEST_NUMBER) {
            octet(digits[i++]);
        }
        return this;
    }

    /** As the text formats spell numbers, which is as Java does but for the infinite ones. */
    TextBuffer number(double value) throws IOException {
        if (value >= 1 && value < FIRST_WITH_EXPONENT && value == (long) value) {
            return number((long) value).text(".0");
        }
        return text(spelled(value));
    }

    static String spelled(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Double.toString(value);
    }

    TextBuffer octet(int value) throws IOException {
        if (size == CAPACITY_BYTES) {
            flush();
        }
        bytes[size++] = (byte) value;
        return this;
    }

    /** Hands over what is held; the stream is not flushed. */
    void flush() throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }
}
