package io.sseagent.core.stats;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Cells fine enough that classic and native buckets are both exact sums of them: the union of the classic bounds and of the
 * bounds of a native histogram of schema 3 (eight per power of two, so a quantile is off by 4.5 % at most).
 *
 * <p>Values are whole raw units (nanoseconds, bytes, streams). Native buckets reach five octaves below the first classic bound (what
 * is smaller is the zero bucket) and four above the last (what is larger counts in the topmost). Immutable.
 */
public final class BucketLayout {
    /** Schema of the native histogram: 2^3 buckets per power of two. */
    public static final int SCHEMA = 3;

    private static final int PER_OCTAVE = 1 << SCHEMA;
    private static final int OCTAVES_BELOW = 5;
    private static final int OCTAVES_ABOVE = 4;

    private final double unitsPerBase;
    private final double[] classicBounds;
    private final long[] upper;
    private final int[] nativeIndex;
    private final int[] classicIndex;
    private final double zeroThreshold;
    private final short[] firstCell = new short[Long.SIZE * PER_OCTAVE];

    private BucketLayout(double unitsPerBase, double... classicBounds) {
        this.unitsPerBase = unitsPerBase;
        this.classicBounds = classicBounds.clone();
        int lowest = (int) Math.floor(log2(classicBounds[0]) * PER_OCTAVE) - OCTAVES_BELOW * PER_OCTAVE;
        int highest = (int) Math.ceil(log2(classicBounds[classicBounds.length - 1]) * PER_OCTAVE)
                + OCTAVES_ABOVE * PER_OCTAVE;
        this.zeroThreshold = nativeBound(lowest);
        this.upper = cells(lowest, highest);
        this.nativeIndex = new int[upper.length];
        this.classicIndex = new int[upper.length];
        for (int cell = 0; cell < upper.length; cell++) {
            nativeIndex[cell] = nativeIndexOf(upper[cell], lowest, highest);
            classicIndex[cell] = classicIndexOf(upper[cell]);
        }
        for (int slot = 0; slot < firstCell.length; slot++) {
            firstCell[slot] = (short) search(lowestValue(slot));
        }
    }

    /** Bounds in seconds for values in nanoseconds. */
    public static BucketLayout ofNanos(double... boundsSeconds) {
        return new BucketLayout(1e9, boundsSeconds);
    }

    /** Bounds in the unit of the values, which are whole: bytes, streams. */
    public static BucketLayout ofUnits(double... bounds) {
        return new BucketLayout(1, bounds);
    }

    /** The cell of a raw value; negative values fall into the first. */
    int cell(long value) {
        if (value <= upper[0]) {
            return 0;
        }
        int cell = firstCell[slot(value)];
        while (value > upper[cell]) {
            cell++;
        }
        return cell;
    }

    int cells() {
        return upper.length;
    }

    /** Native bucket index of a cell (upper bound 2^(index/8) base units), or {@link Integer#MIN_VALUE} for the zero bucket. */
    int nativeIndex(int cell) {
        return nativeIndex[cell];
    }

    /** Index of the classic bucket of a cell; the number of bounds means {@code +Inf}. */
    int classicIndex(int cell) {
        return classicIndex[cell];
    }

    /** How many classic buckets there are, {@code +Inf} included. */
    int classicBuckets() {
        return classicBounds.length + 1;
    }

    /** Upper bounds of the classic buckets in base units (seconds or bytes), one for each classic count: the last is {@code +Inf}. */
    public double[] classicUpperBounds() {
        double[] bounds = Arrays.copyOf(classicBounds, classicBuckets());
        bounds[classicBounds.length] = Double.POSITIVE_INFINITY;
        return bounds;
    }

    /** Width of the native zero bucket in base units. */
    public double zeroThreshold() {
        return zeroThreshold;
    }

    /** A raw value in base units. */
    public double toBase(double raw) {
        return raw / unitsPerBase;
    }

    private long[] cells(int lowest, int highest) {
        TreeSet<Long> bounds = new TreeSet<>();
        for (int index = lowest; index <= highest; index++) {
            bounds.add(raw(nativeBound(index)));
        }
        for (double bound : classicBounds) {
            bounds.add(raw(bound));
        }
        bounds.add(Long.MAX_VALUE);
        long[] result = new long[bounds.size()];
        int cell = 0;
        for (long bound : bounds) {
            result[cell++] = bound;
        }
        return result;
    }

    private int nativeIndexOf(long upperRaw, int lowest, int highest) {
        if (upperRaw <= raw(nativeBound(lowest))) {
            return Integer.MIN_VALUE;
        }
        for (int index = lowest + 1; index <= highest; index++) {
            if (upperRaw <= raw(nativeBound(index))) {
                return index;
            }
        }
        return highest + 1;
    }

    private int classicIndexOf(long upperRaw) {
        int index = 0;
        while (index < classicBounds.length && upperRaw > raw(classicBounds[index])) {
            index++;
        }
        return index;
    }

    private int search(long value) {
        int found = Arrays.binarySearch(upper, value);
        return found >= 0 ? found : -found - 1;
    }

    /** Exponent and the three bits behind it: each slot spans an eighth of an octave, so at most a few cells. */
    private static int slot(long value) {
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        int mantissa = (int) (exponent >= SCHEMA ? value >>> (exponent - SCHEMA) : value << (SCHEMA - exponent));
        return exponent * PER_OCTAVE + (mantissa & (PER_OCTAVE - 1));
    }

    private static long lowestValue(int slot) {
        int exponent = slot / PER_OCTAVE;
        long mantissa = PER_OCTAVE + (long) (slot % PER_OCTAVE);
        long value = exponent >= SCHEMA ? mantissa << (exponent - SCHEMA) : mantissa >>> (SCHEMA - exponent);
        return value < 0 ? Long.MAX_VALUE : value;
    }

    private long raw(double base) {
        return (long) Math.floor(base * unitsPerBase);
    }

    private static double nativeBound(int index) {
        return Math.pow(2, (double) index / PER_OCTAVE);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
