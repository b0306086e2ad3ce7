package io.sseagent.core.stats;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts per cell, for one writer at a time and any readers. Only pages of four cells that are in use are held: a burst and
 * then silence, which is the life of most streams, are two pages and not the fifteen octaves between them.
 *
 * <p>The writer publishes with ordered stores; a reader sees every count late but none twice. It is an array, and the sum is
 * its first element, because each object less is 16 bytes of every open stream.
 */
public final class BucketCounts extends AtomicLongArray {
    private static final long serialVersionUID = 1;
    private static final int SUM = 0;
    private static final int CELLS = 1;
    private static final int PAGE_CELLS = 4;
    private static final int PAGE_BITS = 6;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;
    private static final int MOST_PAGES = Long.SIZE / PAGE_BITS;
    /** Two objects and the sum, on a 64-bit JVM with compressed references. */
    private static final int EMPTY_BYTES = 48;
    /** Instead of page numbers: every cell is held. */
    private static final long ALL = -1;

    /** The numbers of the pages held, in the order in which they came, the first in the lowest bits. */
    private final long pages;

    /** Nothing counted. */
    public BucketCounts() {
        this(0, CELLS);
    }

    private BucketCounts(long pages, int length) {
        super(length);
        this.pages = pages;
    }

    /**
     * Counts one raw value, a negative one as 0, so that no sum steps back. Writer only; always with the same layout.
     *
     * @return the counts to go on with: this, or larger ones that hold the same and are yet to be published
     */
    public BucketCounts record(BucketLayout layout, long value) {
        if (count(layout, value)) {
            return this;
        }
        BucketCounts grown = with(layout.cell(value) / PAGE_CELLS, layout.cells());
        grown.count(layout, value);
        return grown;
    }

    /** Counts one raw value as {@link #record} does, if that takes no further memory. */
    public boolean count(BucketLayout layout, long value) {
        int index = index(layout.cell(value));
        if (index < 0) {
            return false;
        }
        lazySet(index, get(index) + 1);
        lazySet(SUM, get(SUM) + Math.max(value, 0));
        return true;
    }

    /** Bytes of memory that {@link #record} takes for a value that {@link #count} did not count. */
    public int bytesToGrow(BucketLayout layout, long value) {
        int held = length() - CELLS;
        int more = isFull(layout.cell(value) / PAGE_CELLS) ? layout.cells() - held : PAGE_CELLS;
        return more * Long.BYTES + (held == 0 ? EMPTY_BYTES : 0);
    }

    /** Whether the number of one more page does not fit. */
    private boolean isFull(int page) {
        return length() / PAGE_CELLS == MOST_PAGES || page > PAGE_MASK;
    }

    /** Where a cell is, or -1. */
    private int index(int cell) {
        if (pages == ALL) {
            return CELLS + cell;
        }
        int page = cell / PAGE_CELLS;
        long rest = pages;
        for (int start = CELLS; start < length(); start += PAGE_CELLS) {
            if ((rest & PAGE_MASK) == page) {
                return start + cell % PAGE_CELLS;
            }
            rest >>>= PAGE_BITS;
        }
        return -1;
    }

    private BucketCounts with(int page, int cells) {
        int held = length() / PAGE_CELLS;
        if (isFull(page)) {
            CellCounts all = new CellCounts();
            BucketCounts grown = new BucketCounts(ALL, CELLS + cells);
            grown.set(SUM, addTo(all));
            for (int cell = all.from(); cell < all.to() && cell < cells; cell++) {
                grown.set(CELLS + cell, all.get(cell));
            }
            return grown;
        }
        BucketCounts grown = new BucketCounts(pages | (long) page << held * PAGE_BITS, length() + PAGE_CELLS);
        for (int i = 0; i < length(); i++) {
            grown.set(i, get(i));
        }
        return grown;
    }

    /** Adds what is counted here into {@code cells} and returns the sum of the raw values. Any thread. */
    long addTo(CellCounts cells) {
        if (pages == ALL) {
            for (int i = CELLS; i < length(); i++) {
                cells.add(i - CELLS, get(i));
            }
            return get(SUM);
        }
        long rest = pages;
        for (int start = CELLS; start < length(); start += PAGE_CELLS) {
            int cell = (int) (rest & PAGE_MASK) * PAGE_CELLS;
            rest >>>= PAGE_BITS;
            for (int i = 0; i < PAGE_CELLS; i++) {
                cells.add(cell + i, get(start + i));
            }
        }
        return get(SUM);
    }
}
