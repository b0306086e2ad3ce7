package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;
import io.sseagent.core.stats.BucketLayout;
import io.sseagent.core.stats.Exemplar;
import io.sseagent.core.stats.HistogramTotals;
import java.util.Collection;

/**
 * Classic and native buckets of one recording. Both count by upper bound, 2^(index/8): client_java's index is the layout's
 * own, one above that of OpenTelemetry's exponential histogram, which counts by lower bound.
 */
final class HistogramPoint {
    private static final long NO_TIMESTAMP = 0;

    private HistogramPoint() {}

    /** For the formats that know classic buckets only, which need not pay for the native ones. */
    static HistogramDataPointSnapshot classicOf(HistogramTotals totals, Labels labels) {
        return new HistogramDataPointSnapshot(classic(totals), totals.sum(), labels, exemplars(totals), NO_TIMESTAMP);
    }

    static HistogramDataPointSnapshot of(HistogramTotals totals, Labels labels) {
        return new HistogramDataPointSnapshot(
                classic(totals),
                BucketLayout.SCHEMA,
                totals.zeroCount(),
                totals.layout().zeroThreshold(),
                nativeBuckets(totals),
                NativeHistogramBuckets.EMPTY,
                totals.sum(),
                labels,
                exemplars(totals),
                NO_TIMESTAMP);
    }

    private static ClassicHistogramBuckets classic(HistogramTotals totals) {
        return ClassicHistogramBuckets.of(totals.layout().classicUpperBounds(), totals.classicCounts());
    }

    private static NativeHistogramBuckets nativeBuckets(HistogramTotals totals) {
        NativeHistogramBuckets.Builder buckets = NativeHistogramBuckets.builder();
        totals.visitNative(new HistogramTotals.NativeBucketVisitor() {
            @Override
            public void bucket(int index, long count) {
                buckets.bucket(index, count);
            }
        });
        return buckets.build();
    }

    private static Exemplars exemplars(HistogramTotals totals) {
        Collection<Exemplar> recorded = totals.exemplars();
        if (recorded.isEmpty()) {
            return Exemplars.EMPTY;
        }
        Exemplars.Builder exemplars = Exemplars.builder();
        for (Exemplar exemplar : recorded) {
            exemplars.exemplar(io.prometheus.metrics.model.snapshots.Exemplar.builder()
                    .value(totals.layout().toBase((double) exemplar.value()))
                    .traceId(exemplar.traceId())
                    .spanId(exemplar.spanId())
                    .timestampMillis(exemplar.epochMillis())
                    .build());
        }
        return exemplars.build();
    }
}
