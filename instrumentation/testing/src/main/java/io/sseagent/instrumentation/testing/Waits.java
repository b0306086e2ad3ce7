package io.sseagent.instrumentation.testing;

import java.util.List;
import java.util.Locale;

/**
 * A sample of how long a client waited for each event, in milliseconds; immutable. Two samples differ only if many of the waits are
 * longer or shorter by more than a client would notice: a busy machine delays a few by a lot, and cold code delays all by a little.
 */
final class Waits {
    /** Far below what holding back costs, which is a write's worth of pause, a full buffer or a timer's tick; far above cold code. */
    static final double TOLERANCE_MILLIS = 5;
    /** The chance that two samples of one distribution differ. */
    private static final double ALPHA = 1e-6;

    private final double[] sortedMillis;

    Waits(List<Double> millis) {
        this.sortedMillis =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** Whether events came later, or bunched together and therefore in part sooner, in one sample than in the other. */
    boolean differFrom(Waits others) {
        int n = sortedMillis.length;
        int m = others.sortedMillis.length;
        double critical = Math.sqrt(-Math.log(ALPHA / 2) / 2 * (n + m) / ((double) n * m));
        return later(this, others) > critical || later(others, this) > critical;
    }

    /**
     * The statistic of Kolmogorov and Smirnov, one-sided, with a tolerance: by how much the share of {@code sooner} that has come
     * exceeds that of {@code later} a tolerance afterwards, at the worst moment.
     */
    private static double later(Waits later, Waits sooner) {
        double worst = 0;
        int come = 0;
        for (int i = 0; i < sooner.sortedMillis.length; i++) {
            while (come < later.sortedMillis.length
                    && later.sortedMillis[come] <= sooner.sortedMillis[i] + TOLERANCE_MILLIS) {
                come++;
            }
            double ahead = (i + 1.0) / sooner.sortedMillis.length - (double) come / later.sortedMillis.length;
            worst = Math.max(worst, ahead);
        }
        return worst;
    }

    /** Quantiles, for a failed assertion. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(sortedMillis.length).append(" waits");
        for (int percent : new int[] {0, 10, 25, 50, 75, 90, 100}) {
            double millis = sortedMillis[(sortedMillis.length - 1) * percent / 100];
            text.append(String.format(Locale.ROOT, ", %d%% in %.2f ms", percent, millis));
        }
        return text.toString();
    }
}
