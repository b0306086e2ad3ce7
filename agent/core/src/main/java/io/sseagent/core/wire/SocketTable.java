package io.sseagent.core.wire;

import java.nio.ByteOrder;

/**
 * Reads the lines of {@code /proc/net/tcp} and {@code tcp6} as bytes, without an allocation (format: {@code get_tcp4_sock} and {@code
 * get_tcp6_sock} of the Linux kernel). A line that is none is passed over. For one thread.
 */
final class SocketTable {
    /** The peer has said that it will send nothing more, and mostly that means that it has gone. */
    static final int CLOSE_WAIT = 8;

    private static final int IPV6_DIGITS = 32;
    private static final int IPV4_DIGITS = 8;

    private final SocketHash hash;
    private final boolean littleEndian;

    // Where the line is read.
    private byte[] bytes;
    private int at;
    private int end;
    private int digits;

    SocketTable(SocketHash hash) {
        this(hash, ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
    }

    /** Of a machine that stores the low byte first, or the high one: the kernel prints an address as numbers of that machine. */
    SocketTable(SocketHash hash, boolean littleEndian) {
        this.hash = hash;
        this.littleEndian = littleEndian;
    }

    /** A line without its end; false if it shows no socket. */
    boolean line(byte[] line, int from, int to, SocketListener listener) {
        bytes = line;
        at = from;
        end = to;
        skipSpaces();
        skipDigits();
        if (digits == 0 || !take(':')) {
            return false;
        }
        skipSpaces();
        skipDigits();
        int addressDigits = digits;
        if ((addressDigits != IPV6_DIGITS && addressDigits != IPV4_DIGITS) || !take(':')) {
            return false;
        }
        int localPort = (int) number();
        if (!listener.wants(localPort)) {
            return digits > 0;
        }
        skipSpaces();
        long high = addressDigits == IPV6_DIGITS ? (long) word() << 32 | (word() & 0xffffffffL) : 0;
        long low = addressDigits == IPV6_DIGITS
                ? (long) word() << 32 | (word() & 0xffffffffL)
                : SocketHash.MAPPED | (word() & 0xffffffffL);
        if (!take(':')) {
            return false;
        }
        int peerPort = (int) number();
        skipSpaces();
        int state = (int) number();
        skipSpaces();
        long queued = number();
        if (!take(':')) {
            return false;
        }
        number();
        skipSpaces();
        number();
        if (!take(':')) {
            return false;
        }
        number();
        skipSpaces();
        long retransmits = number();
        if (digits == 0) {
            return false;
        }
        listener.socket(hash.of(high, low, peerPort, localPort), state, queued, retransmits);
        return true;
    }

    private void skipSpaces() {
        while (at < end && bytes[at] == ' ') {
            at++;
        }
    }

    private boolean take(char expected) {
        if (at < end && bytes[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipDigits() {
        int from = at;
        while (at < end && digit(bytes[at]) >= 0) {
            at++;
        }
        digits = at - from;
    }

    /** The hexadecimal digits that follow, maybe none. */
    private long number() {
        int from = at;
        long value = 0;
        for (int digit = 0; at < end && (digit = digit(bytes[at])) >= 0; at++) {
            value = value << 4 | digit;
        }
        digits = at - from;
        return value;
    }

    /** Four bytes of an address in the order of the network. */
    private int word() {
        int value = 0;
        for (int i = 0; i < IPV4_DIGITS && at < end; i++) {
            value = value << 4 | (digit(bytes[at++]) & 0xf);
        }
        return littleEndian ? Integer.reverseBytes(value) : value;
    }

    private static int digit(byte character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        if (character >= 'A' && character <= 'F') {
            return character - 'A' + 10;
        }
        return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
    }
}
