package io.sseagent.core.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A summed histogram: what closed streams left behind, or one reading of everything. Not thread-safe: the owner's lock
 * guards a live one, and a reading belongs to its reader.
 */
public final class HistogramTotals {
    /** In nanoseconds 31 years, which a thousand streams live through in eleven days. */
    private static final long CARRY = 1_000_000_000_000_000_000L;

    private final BucketLayout layout;
    private long[] cells;
    // Two parts of an exact whole number: a rounded sum could step back when a stream moves from open to closed.
    private long sum;
    private long carried;
    private Exemplar[] exemplars;

    /** Empty totals over a layout; memory is taken at the first value. */
    public HistogramTotals(BucketLayout layout) {
        this.layout = layout;
    }

    /** Counts one raw value; a negative one as 0. */
    public void record(long value) {
        cells()[layout.cell(value)]++;
        addToSum(Math.max(value, 0));
    }

    /** Keeps {@code exemplar} as the newest of its classic bucket; null is ignored. */
    public void offer(Exemplar exemplar) {
        if (exemplar == null) {
            return;
        }
        if (exemplars == null) {
            exemplars = new Exemplar[layout.classicBounds().length + 1];
        }
        int bucket = layout.classicIndex(layout.cell(exemplar.value()));
        if (exemplars[bucket] == null || exemplars[bucket].epochMillis() <= exemplar.epochMillis()) {
            exemplars[bucket] = exemplar;
        }
    }

    /** Adds the counts of one stream; null is ignored. */
    public void add(BucketCounts counts) {
        if (counts != null) {
            addToSum(counts.addTo(cells()));
        }
    }

    /** Takes over what the counts hold, which count on from 0; null is ignored. */
    public void drain(SharedCounts counts) {
        if (counts != null) {
            addToSum(counts.drainTo(cells()));
        }
    }

    /** Adds other totals of the same layout; null is ignored. */
    public void add(HistogramTotals other) {
        if (other == null || other.cells == null) {
            return;
        }
        long[] own = cells();
        for (int cell = 0; cell < own.length; cell++) {
            own[cell] += other.cells[cell];
        }
        carried += other.carried;
        addToSum(other.sum);
        for (Exemplar exemplar : other.exemplars()) {
            offer(exemplar);
        }
    }

    private void addToSum(long amount) {
        carried += amount / CARRY;
        sum += amount % CARRY;
        if (sum >= CARRY) {
            sum -= CARRY;
            carried++;
        }
    }

    private long[] cells() {
        if (cells == null) {
            cells = new long[layout.cells()];
        }
        return cells;
    }

    /** The layout that gives the counts their bounds. */
    public BucketLayout layout() {
        return layout;
    }

    /** Number of values. */
    public long count() {
        long count = 0;
        for (int cell = 0; cells != null && cell < cells.length; cell++) {
            count += cells[cell];
        }
        return count;
    }

    /** Sum of the values in base units (seconds or bytes). */
    public double sum() {
        return layout.toBase((double) carried * CARRY + sum);
    }

    /** Counts per classic bucket, not cumulative; the last is {@code +Inf}. */
    public long[] classicCounts() {
        long[] counts = new long[layout.classicBounds().length + 1];
        for (int cell = 0; cells != null && cell < cells.length; cell++) {
            counts[layout.classicIndex(cell)] += cells[cell];
        }
        return counts;
    }

    /** Values inside the native zero bucket. */
    public long zeroCount() {
        return cells == null ? 0 : cells[0];
    }

    /** Calls {@code visitor} for each native bucket that holds values, in ascending order. */
    public void visitNative(NativeBucketVisitor visitor) {
        int index = Integer.MIN_VALUE;
        long count = 0;
        for (int cell = 1; cells != null && cell < cells.length; cell++) {
            if (layout.nativeIndex(cell) != index) {
                visit(visitor, index, count);
                index = layout.nativeIndex(cell);
                count = 0;
            }
            count += cells[cell];
        }
        visit(visitor, index, count);
    }

    private static void visit(NativeBucketVisitor visitor, int index, long count) {
        if (count > 0) {
            visitor.bucket(index, count);
        }
    }

    /** The newest exemplar of each classic bucket that has one. */
    public Collection<Exemplar> exemplars() {
        List<Exemplar> result = new ArrayList<>();
        for (int i = 0; exemplars != null && i < exemplars.length; i++) {
            if (exemplars[i] != null) {
                result.add(exemplars[i]);
            }
        }
        return result;
    }

    /** Receives native buckets. */
    public interface NativeBucketVisitor {
        /** {@code count} values in the bucket with upper bound 2^(index/8) base units. */
        void bucket(int index, long count);
    }
}
