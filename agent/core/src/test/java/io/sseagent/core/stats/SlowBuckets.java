package io.sseagent.core.stats;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Buckets by their definition in whole numbers: a value is within the native bound 2^(i/8) when its eighth power is at most 2^i,
 * within a classic bound when it is at most the decimal that was written down.
 */
final class SlowBuckets {
    private static final int PER_OCTAVE = 8;

    private final BucketLayout layout;
    private final BigInteger unitsToTheEighth;
    private final BigDecimal unitsPerBase;
    private final int zeroIndex;
    private final int topIndex;

    SlowBuckets(BucketLayout layout, long unitsPerBase) {
        this.layout = layout;
        this.unitsPerBase = BigDecimal.valueOf(unitsPerBase);
        this.unitsToTheEighth = BigInteger.valueOf(unitsPerBase).pow(PER_OCTAVE);
        this.zeroIndex = (int) Math.round(log2(layout.zeroThreshold()) * PER_OCTAVE);
        this.topIndex = layout.nativeIndex(layout.cells() - 1);
    }

    int classicIndex(long value) {
        double[] bounds = layout.classicUpperBounds();
        int infinite = bounds.length - 1;
        int index = 0;
        while (index < infinite
                && BigDecimal.valueOf(value)
                                .compareTo(BigDecimal.valueOf(bounds[index]).multiply(unitsPerBase))
                        > 0) {
            index++;
        }
        return index;
    }

    int nativeIndex(long value) {
        if (isWithin(value, zeroIndex)) {
            return Integer.MIN_VALUE;
        }
        // from below the answer, which the logarithm knows to a few units
        int index = Math.max(zeroIndex, (int) (log2(value / unitsPerBase.doubleValue()) * PER_OCTAVE) - 3);
        while (!isWithin(value, index)) {
            index++;
        }
        return Math.min(index, topIndex);
    }

    private boolean isWithin(long value, int index) {
        BigInteger left = BigInteger.valueOf(value).pow(PER_OCTAVE);
        BigInteger right = unitsToTheEighth;
        return index >= 0
                ? left.compareTo(right.shiftLeft(index)) <= 0
                : left.shiftLeft(-index).compareTo(right) <= 0;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
