package io.sseagent.core.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * What a connection is called here: a hash of both ports and the peer's address, under a key of this process, so that no address is
 * kept. Two connections of a process differ in it unless 64 bits collide. Immutable.
 */
final class SocketHash {
    /** Not known, or no connection of IP. */
    static final long NONE = 0;

    /** An IPv4 address within IPv6 (RFC 4291, 2.5.5.2), which is what a socket for both has. */
    static final long MAPPED = 0xffff00000000L;

    private static final long MULTIPLIER_1 = 0xbf58476d1ce4e5b9L;
    private static final long MULTIPLIER_2 = 0x94d049bb133111ebL;

    private final long seed;

    SocketHash(long seed) {
        this.seed = seed;
    }

    /** Of the peer's address, as an {@link InetAddress} or its text, maybe null; asks no name server. */
    long of(Object peer, int peerPort, int localPort) {
        InetAddress address = peer instanceof InetAddress ? (InetAddress) peer : parse(peer);
        if (address == null || peerPort <= 0 || localPort <= 0) {
            return NONE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        if (address instanceof Inet4Address) {
            return of(0, MAPPED | (bytes.getInt() & 0xffffffffL), peerPort, localPort);
        }
        return of(bytes.getLong(), bytes.getLong(), peerPort, localPort);
    }

    private static InetAddress parse(Object text) {
        String literal = text == null ? "" : text.toString();
        try {
            return isLiteral(literal) ? InetAddress.getByName(literal) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Whether the platform will read it as an address and not look it up as a name. */
    private static boolean isLiteral(String text) {
        boolean colon = text.indexOf(':') >= 0;
        if (colon) {
            return text.charAt(0) == ':' || Character.digit(text.charAt(0), 16) >= 0;
        }
        int parts = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                parts++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return parts == 4 && text.length() <= 15;
    }

    /** Of the peer's address in IPv6, in two halves. */
    long of(long high, long low, int peerPort, int localPort) {
        long ports = (long) peerPort << 16 | localPort;
        long hash = mix(mix(mix(seed ^ high) ^ low) ^ ports);
        return hash == NONE ? 1 : hash;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * MULTIPLIER_1;
        mixed = (mixed ^ mixed >>> 27) * MULTIPLIER_2;
        return mixed ^ mixed >>> 31;
    }
}
