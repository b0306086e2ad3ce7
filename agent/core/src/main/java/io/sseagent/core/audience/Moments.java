package io.sseagent.core.audience;

/**
 * Count, mean, variance and skewness of a sample that is not kept, by the update formulas for central moments (Pebay 2008, SAND2008-6212),
 * which do not lose their digits as sums of powers do. Not thread-safe.
 */
final class Moments {
    private static final double SKEW_POWER = 1.5;

    private long count;
    private double mean;
    /** Sums of the second and third powers of the distances from the mean. */
    private double second;

    private double third;

    void add(double value) {
        long before = count++;
        double delta = value - mean;
        double step = delta / count;
        double product = delta * step * before;
        third += product * step * (count - 2) - 3 * step * second;
        second += product;
        mean += step;
    }

    void add(Moments other) {
        if (other.count == 0) {
            return;
        }
        double own = count;
        double more = other.count;
        double all = own + more;
        double delta = other.mean - mean;
        third += other.third
                + delta * delta * delta * own * more * (own - more) / (all * all)
                + 3 * delta * (own * other.second - more * second) / all;
        second += other.second + delta * delta * own * more / all;
        mean += delta * more / all;
        count += other.count;
    }

    long count() {
        return count;
    }

    /** Positive with a long tail of large values; NaN if all are equal. */
    double skewness() {
        return second > 0 ? Math.sqrt((double) count) * third / Math.pow(second, SKEW_POWER) : Double.NaN;
    }

    /** Standard deviation over mean; 0 if all are equal, NaN if the mean is 0. */
    double variation() {
        return mean == 0 ? Double.NaN : Math.sqrt(second / count) / mean;
    }
}
