package io.sseagent.prometheus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Memory for answers, in pieces of one size. What one answer took is kept for the next: it would be two fifths of a scrape's
 * garbage. Pieces, because an array of megabytes is copied to grow and goes straight to G1's old generation. Thread-safe.
 */
final class BodyMemory {
    static final int PIECE_BYTES = 1 << 15;
    /** 4 MB, where 20,000 streams on 200 routes take 2.4. */
    static final int MOST_PIECES = 128;
    /** A scraper comes every minute or two at least. */
    static final int MOST_IDLE_SECONDS = 300;

    private static final int FADING_PART = 8;

    // Guarded by this.
    private final Deque<byte[]> kept = new ArrayDeque<>();
    private int wanted;
    private int idleSeconds;

    /** A piece with anything in it. */
    synchronized byte[] take() {
        idleSeconds = 0;
        byte[] piece = kept.poll();
        return piece == null ? new byte[PIECE_BYTES] : piece;
    }

    /**
     * All pieces of one answer, which nobody may touch any more. As many stay as the largest answer took; each smaller one
     * lowers that by an eighth, so that one curious query between two scrapes costs little, and a giant answer is forgotten.
     */
    synchronized void giveBack(List<byte[]> pieces) {
        int faded = wanted - (wanted + FADING_PART - 1) / FADING_PART;
        wanted = Math.min(MOST_PIECES, Math.max(pieces.size(), faded));
        kept.addAll(pieces);
        keep(wanted);
    }

    /** Lets go of everything when no answer was made for a while; called once a second. */
    synchronized void secondPassed() {
        if (++idleSeconds >= MOST_IDLE_SECONDS) {
            forget();
        }
    }

    /** Lets go of everything at once. */
    synchronized void forget() {
        idleSeconds = 0;
        wanted = 0;
        keep(0);
    }

    private void keep(int pieces) {
        while (kept.size() > pieces) {
            kept.poll();
        }
    }
}
