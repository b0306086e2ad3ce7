package io.sseagent.benchmarks.overhead;

import java.util.Arrays;
import java.util.Collection;

/** The median of some values with their quartiles (Hyndman and Fan, type 7: linear between neighbours). */
record Spread(double low, double median, double high, int count) {
    private static final double QUARTER = 0.25;
    private static final double HALF = 0.5;

    /** @throws IllegalArgumentException for no values: there is no median of nothing */
    static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Spread(
                quantile(sorted, QUARTER), quantile(sorted, HALF), quantile(sorted, 1 - QUARTER), sorted.length);
    }

    private static double quantile(double[] sorted, double part) {
        double position = part * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
