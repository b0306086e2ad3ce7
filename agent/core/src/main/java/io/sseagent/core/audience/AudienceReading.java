package io.sseagent.core.audience;

import io.sseagent.core.stream.ClientFamily;

/** The slices of a window taken together. For one thread. */
final class AudienceReading {
    private static final double LOG_2 = Math.log(2);

    private final long[] healths;
    private final int[] families = new int[ClientFamily.values().length];
    private final DistinctSketch sources = new DistinctSketch();
    private final Moments seconds = new Moments();
    private final int topSource;
    private int opened;
    private int openedBySources;

    /** Copies; empty slices are null. */
    AudienceReading(AudienceSlice[] slices, long[] healths) {
        this.healths = healths.clone();
        for (AudienceSlice slice : slices) {
            if (slice != null) {
                add(slice);
            }
        }
        this.topSource = topSource(slices);
    }

    private void add(AudienceSlice slice) {
        opened += slice.opened;
        openedBySources += slice.openedBySources;
        sources.add(slice.sources);
        seconds.add(slice.seconds);
        for (int i = 0; i < families.length; i++) {
            families[i] += slice.families[i];
        }
    }

    private static int topSource(AudienceSlice[] slices) {
        int top = 0;
        for (AudienceSlice slice : slices) {
            for (int i = 0; slice != null && i < slice.heavySources.size(); i++) {
                top = Math.max(top, count(slices, slice.heavySources.key(i)));
            }
        }
        return top;
    }

    private static int count(AudienceSlice[] slices, long source) {
        int count = 0;
        for (AudienceSlice slice : slices) {
            count += slice == null ? 0 : slice.heavySources.atLeast(source);
        }
        return count;
    }

    /** Streams that ended with this health, since the agent is there. */
    long streams(AudienceHealth health) {
        return healths[health.ordinal()];
    }

    /** Streams that opened in the window. */
    int opened() {
        return opened;
    }

    /** Streams of the window whose source is known. */
    int openedBySources() {
        return openedBySources;
    }

    /** Lives of the streams that ended in the window. */
    Moments seconds() {
        return seconds;
    }

    /** Shannon entropy of the families: 0 if all clients are of one, log2 of their number if all are as frequent. */
    double entropyBits() {
        double bits = 0;
        for (int count : families) {
            if (count > 0) {
                double share = (double) count / opened;
                bits -= share * Math.log(share) / LOG_2;
            }
        }
        return bits;
    }

    /** Different sources, about. */
    double sources() {
        return sources.estimate();
    }

    /** Share of the source with the most streams, at least. */
    double topSourceShare() {
        return (double) topSource / openedBySources;
    }
}
