package io.sseagent.testapps.demo;

import java.util.Map;
import java.util.SortedMap;

/** A quantile of classic histogram buckets, estimated as PromQL's {@code histogram_quantile} does. */
final class Quantile {
    private Quantile() {}

    /** From the observations between two scrapes; NaN when there were none. The buckets are cumulative, by upper bound. */
    static double of(double quantile, SortedMap<Double, Double> before, SortedMap<Double, Double> now) {
        if (now.isEmpty()) {
            return Double.NaN;
        }
        double total = increase(now.lastKey(), before, now);
        double rank = quantile * total;
        double lowerBound = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : now.entrySet()) {
            double bound = bucket.getKey();
            double count = increase(bound, before, now);
            if (count >= rank && total > 0) {
                // nothing is known above the last finite bound
                return Double.isInfinite(bound)
                        ? lowerBound
                        : lowerBound + (bound - lowerBound) * (rank - below) / Math.max(count - below, 1e-9);
            }
            lowerBound = bound;
            below = count;
        }
        return Double.NaN;
    }

    private static double increase(double bound, SortedMap<Double, Double> before, SortedMap<Double, Double> now) {
        return now.get(bound) - before.getOrDefault(bound, 0.0);
    }
}
