package io.sseagent.core.stats;

/** The quantiles of what was recorded lately, with number and sum of all that ever was. Immutable. */
public final class WindowQuantiles {
    private static final double[] QUANTILES = {0.5, 0.9, 0.99, 0.999};

    private final double[] values;
    private final long count;
    private final double sum;

    /** A value for each of {@link #quantiles()}, in base units. */
    public WindowQuantiles(double[] values, long count, double sum) {
        this.values = values.clone();
        this.count = count;
        this.sum = sum;
    }

    /** Which quantiles there are, in ascending order. */
    public static double[] quantiles() {
        return QUANTILES.clone();
    }

    /** The value at the quantile of this index. */
    public double value(int index) {
        return values[index];
    }

    /** Number of values since the start. */
    public long count() {
        return count;
    }

    /** Their sum in base units. */
    public double sum() {
        return sum;
    }
}
