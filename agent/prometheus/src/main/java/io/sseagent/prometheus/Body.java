package io.sseagent.prometheus;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The body of one answer: made whole, so that its length is known and nothing waits for the client, then sent once. Not thread-safe. */
final class Body extends OutputStream {
    private final BodyMemory memory;
    private final List<byte[]> pieces = new ArrayList<>();
    private int sizeBytes;

    /** Empty, in borrowed memory; null if it is never written to. */
    Body(BodyMemory memory) {
        this.memory = memory;
    }

    /** These bytes, which nobody writes to any more. */
    static Body of(byte[] bytes) {
        Body body = new Body(null);
        body.pieces.add(bytes);
        body.sizeBytes = bytes.length;
        return body;
    }

    int sizeBytes() {
        return sizeBytes;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int used = sizeBytes % BodyMemory.PIECE_BYTES;
            if (used == 0) {
                pieces.add(memory.take());
            }
            int fitting = Math.min(end - from, BodyMemory.PIECE_BYTES - used);
            System.arraycopy(bytes, from, pieces.get(pieces.size() - 1), used, fitting);
            from += fitting;
            sizeBytes += fitting;
        }
    }

    /** Sends it, at the pace of whoever reads. */
    void writeTo(OutputStream out) throws IOException {
        int rest = sizeBytes;
        for (byte[] piece : pieces) {
            out.write(piece, 0, Math.min(rest, piece.length));
            rest -= piece.length;
        }
    }

    /** Gives the memory back, and is empty. */
    void release() {
        sizeBytes = 0;
        if (memory != null) {
            memory.giveBack(pieces);
        }
        pieces.clear();
    }
}
