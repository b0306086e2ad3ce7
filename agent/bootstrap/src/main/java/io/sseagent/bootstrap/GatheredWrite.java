package io.sseagent.bootstrap;

import java.nio.ByteBuffer;

/**
 * A write of several buffers at once of which a server may take any part: what it took shows in the positions afterwards, if they
 * were noted before. Noted in an array that is lent ({@link CopyBuffers}), so that a write allocates nothing.
 */
public final class GatheredWrite {
    private GatheredWrite() {}

    /** The positions of {@code [from, from + length)}. Belongs to this thread until {@link #wrote}. */
    public static byte[] begin(ByteBuffer[] buffers, int from, int length) {
        byte[] lent = CopyBuffers.borrow();
        byte[] positions = lent;
        if (length * Integer.BYTES > lent.length) {
            CopyBuffers.giveBack(lent);
            positions = new byte[length * Integer.BYTES];
        }
        for (int i = 0; i < length; i++) {
            put(positions, i * Integer.BYTES, buffers[from + i].position());
        }
        return positions;
    }

    /** Tells the stream what was taken of the same buffers since. */
    public static void wrote(SseStream stream, ByteBuffer[] buffers, int from, int length, byte[] positions) {
        for (int i = 0; i < length; i++) {
            ByteBuffer buffer = buffers[from + i];
            int before = get(positions, i * Integer.BYTES);
            if (buffer.position() > before) {
                stream.wrote(buffer, before, buffer.position(), 0);
            }
        }
        end(positions);
    }

    private static void end(byte[] positions) {
        if (positions.length == CopyBuffers.BYTES) {
            CopyBuffers.giveBack(positions);
        }
    }

    private static void put(byte[] positions, int at, int position) {
        positions[at] = (byte) (position >> 24);
        positions[at + 1] = (byte) (position >> 16);
        positions[at + 2] = (byte) (position >> 8);
        positions[at + 3] = (byte) position;
    }

    private static int get(byte[] positions, int at) {
        return positions[at] << 24
                | (positions[at + 1] & 0xff) << 16
                | (positions[at + 2] & 0xff) << 8
                | positions[at + 3] & 0xff;
    }
}
