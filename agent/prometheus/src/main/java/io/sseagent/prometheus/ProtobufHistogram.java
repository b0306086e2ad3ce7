package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;

/** The message {@code Histogram} of Prometheus' {@code metrics.proto}, classic and native in one. */
final class ProtobufHistogram {
    private static final int SAMPLE_COUNT = 1;
    private static final int SAMPLE_SUM = 2;
    private static final int BUCKET = 3;
    private static final int SCHEMA = 5;
    private static final int ZERO_THRESHOLD = 6;
    private static final int ZERO_COUNT = 7;
    private static final int POSITIVE_SPAN = 12;
    private static final int POSITIVE_DELTA = 13;

    private static final int CUMULATIVE_COUNT = 1;
    private static final int UPPER_BOUND = 2;
    private static final int BUCKET_EXEMPLAR = 3;

    private static final int OFFSET = 1;
    private static final int LENGTH = 2;

    /** Up to this many empty buckets are spelled out: a span of its own would take more bytes. */
    private static final int LONGEST_HOLE = 2;

    private final ProtobufWriter writer;
    private final HistogramDataPointSnapshot point;

    private ProtobufHistogram(ProtobufWriter writer, HistogramDataPointSnapshot point) {
        this.writer = writer;
        this.point = point;
    }

    /** Writes the fields of the message, which the caller has begun. */
    static void write(ProtobufWriter writer, HistogramDataPointSnapshot point) {
        new ProtobufHistogram(writer, point).write();
    }

    private void write() {
        writer.unsigned(SAMPLE_COUNT, point.getCount());
        writer.number(SAMPLE_SUM, point.getSum());
        classicBuckets();
        writer.signed(SCHEMA, point.getNativeSchema());
        writer.number(ZERO_THRESHOLD, point.getNativeZeroThreshold());
        writer.unsigned(ZERO_COUNT, point.getNativeZeroCount());
        spans(point.getNativeBucketsForPositiveValues());
        deltas(point.getNativeBucketsForPositiveValues());
    }

    private void classicBuckets() {
        ClassicHistogramBuckets buckets = point.getClassicBuckets();
        double lowerBound = Double.NEGATIVE_INFINITY;
        long cumulative = 0;
        for (int i = 0; i < buckets.size(); i++) {
            cumulative += buckets.getCount(i);
            double upperBound = buckets.getUpperBound(i);
            int bucket = writer.begin(BUCKET);
            writer.unsigned(CUMULATIVE_COUNT, cumulative);
            writer.number(UPPER_BOUND, upperBound);
            Exemplar exemplar = point.getExemplars().get(lowerBound, upperBound);
            if (exemplar != null) {
                ProtobufFormat.exemplar(writer, BUCKET_EXEMPLAR, exemplar);
            }
            writer.end(bucket);
            lowerBound = upperBound;
        }
    }

    /** Runs of neighbouring buckets; the first offset is an index, each further one the hole before it. */
    private void spans(NativeHistogramBuckets buckets) {
        int next = 0;
        int first = 0;
        while (first < buckets.size()) {
            int last = first;
            while (last + 1 < buckets.size() && hole(buckets, last) <= LONGEST_HOLE) {
                last++;
            }
            int start = buckets.getBucketIndex(first);
            int end = buckets.getBucketIndex(last) + 1;
            int span = writer.begin(POSITIVE_SPAN);
            writer.signed(OFFSET, start - next);
            writer.unsigned(LENGTH, end - start);
            writer.end(span);
            next = end;
            first = last + 1;
        }
    }

    /** Each count as its difference to the one before. */
    private void deltas(NativeHistogramBuckets buckets) {
        long before = 0;
        for (int i = 0; i < buckets.size(); i++) {
            writer.signed(POSITIVE_DELTA, buckets.getCount(i) - before);
            before = buckets.getCount(i);
            int hole = i + 1 < buckets.size() ? hole(buckets, i) : 0;
            for (int empty = 0; empty < hole && hole <= LONGEST_HOLE; empty++) {
                writer.signed(POSITIVE_DELTA, -before);
                before = 0;
            }
        }
    }

    private static int hole(NativeHistogramBuckets buckets, int i) {
        return buckets.getBucketIndex(i + 1) - buckets.getBucketIndex(i) - 1;
    }
}
