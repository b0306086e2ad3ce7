package io.sseagent.core.wire;

import java.util.Arrays;

/** The open connections by their name, for one sample: open addressing, no boxes, one array that is used again. For one thread. */
final class OpenSockets implements SocketListener {
    private static final int FIRST_CAPACITY = 64;
    private static final int PORT_BITS = 16;

    private OpenSocket[] slots = new OpenSocket[FIRST_CAPACITY];
    private final long[] ports = new long[(1 << PORT_BITS) / Long.SIZE];

    /** Forgets all, and makes room for so many streams. */
    void begin(int streams) {
        int capacity = Math.max(FIRST_CAPACITY, Integer.highestOneBit(Math.max(streams, 1)) * 4);
        if (capacity > slots.length || capacity < slots.length / 8) {
            slots = new OpenSocket[capacity];
        } else {
            Arrays.fill(slots, null);
        }
        Arrays.fill(ports, 0);
    }

    /** The stream that comes after {@code place} others. */
    void add(OpenSocket stream, int place) {
        stream.forget();
        if (place >= slots.length / 2) {
            // it opened meanwhile: the next sample has room
            return;
        }
        int slot = slot(stream.socket);
        if (slots[slot] == null) {
            slots[slot] = stream;
            ports[stream.localPort >>> 6] |= 1L << stream.localPort;
        } else {
            stream.sameSocket = slots[slot].sameSocket;
            slots[slot].sameSocket = stream;
        }
    }

    /** How many slots there are, most of them empty. */
    int capacity() {
        return slots.length;
    }

    /** The first stream of the connection in a slot, whose others follow by {@code sameSocket}; null if it is empty. */
    OpenSocket at(int slot) {
        return slots[slot];
    }

    /** So that no stream is held until the next sample. */
    void end() {
        Arrays.fill(slots, null);
    }

    @Override
    public boolean wants(int localPort) {
        return localPort < 1 << PORT_BITS && (ports[localPort >>> 6] & 1L << localPort) != 0;
    }

    @Override
    public void socket(long socket, int state, long queuedBytes, long retransmits) {
        OpenSocket first = slots[slot(socket)];
        if (first != null) {
            first.seen = true;
            first.halfClosed = state == SocketTable.CLOSE_WAIT;
            first.retransmitting = retransmits > 0;
            first.queuedBytes = queuedBytes;
        }
    }

    /** Where a connection is, or would be. */
    private int slot(long socket) {
        int mask = slots.length - 1;
        int slot = (int) socket & mask;
        while (slots[slot] != null && slots[slot].socket != socket) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
