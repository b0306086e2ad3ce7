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
    private final CellCounts cells = new CellCounts();
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
        cells.add(layout.cell(value), 1);
        addToSum(Math.max(value, 0));
    }

    /** Keeps {@code exemplar} as the newest of its classic bucket; null is ignored. */
    public void offer(Exemplar exemplar) {
        if (exemplar == null) {
            return;
        }
        if (exemplars == null) {
            exemplars = new Exemplar[layout.classicBuckets()];
        }
        int bucket = layout.classicIndex(layout.cell(exemplar.value()));
        if (exemplars[bucket] == null || exemplars[bucket].epochMillis() <= exemplar.epochMillis()) {
            exemplars[bucket] = exemplar;
        }
    }

    /** Adds the counts of one stream; null is ignored. */
    public void add(BucketCounts counts) {
        if (counts != null) {
            addToSum(counts.addTo(cells));
        }
    }

    /** Takes over what the counts hold, which count on from 0; null is ignored. */
    public void drain(SharedCounts counts) {
        if (counts != null) {
            addToSum(counts.drainTo(cells));
        }
    }

    /** Adds other totals of the same layout; null is ignored. */
    public void add(HistogramTotals other) {
        if (other == null) {
            return;
        }
        cells.add(other.cells);
        carried += other.carried;
        addToSum(other.sum);
        for (int i = 0; other.exemplars != null && i < other.exemplars.length; i++) {
            offer(other.exemplars[i]);
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

    /** The layout that gives the counts their bounds. */
    public BucketLayout layout() {
        return layout;
    }

    /** Number of values. */
    public long count() {
        long count = 0;
        for (int cell = cells.from(); cell < cells.to(); cell++) {
            count += cells.get(cell);
        }
        return count;
    }

    /** Sum of the values in base units (seconds or bytes). */
    public double sum() {
        return layout.toBase((double) carried * CARRY + sum);
    }

    /** Counts per classic bucket, not cumulative; the last is {@code +Inf}. */
    public long[] classicCounts() {
        long[] counts = new long[layout.classicBuckets()];
        int end = Math.min(cells.to(), layout.cells());
        for (int cell = cells.from(); cell < end; cell++) {
            counts[layout.classicIndex(cell)] += cells.get(cell);
        }
        return counts;
    }

    /** Values inside the native zero bucket. */
    public long zeroCount() {
        return cells.get(0);
    }

    /** Calls {@code visitor} for each native bucket that holds values, in ascending order. */
    public void visitNative(NativeBucketVisitor visitor) {
        int index = Integer.MIN_VALUE;
        long count = 0;
        int end = Math.min(cells.to(), layout.cells());
        for (int cell = Math.max(1, cells.from()); cell < end; cell++) {
            if (layout.nativeIndex(cell) != index) {
                visit(visitor, index, count);
                index = layout.nativeIndex(cell);
                count = 0;
            }
            count += cells.get(cell);
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
