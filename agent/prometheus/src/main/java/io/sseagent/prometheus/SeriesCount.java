package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The series of one reading in the text format, where a histogram has one for each bucket, its sum and its count. */
final class SeriesCount {
    private static final long SUM_AND_COUNT = 2;

    private final Map<String, Long> byFamily = new TreeMap<>();
    private final Map<String, Long> byLabel = new TreeMap<>();
    private final Map<String, Set<String>> valuesByLabel = new HashMap<>();
    private long all;

    SeriesCount(MetricSnapshots families) {
        for (MetricSnapshot family : families) {
            for (DataPointSnapshot point : family.getDataPoints()) {
                count(family.getMetadata().getPrometheusName(), point);
            }
        }
    }

    private void count(String family, DataPointSnapshot point) {
        long series = series(point);
        all += series;
        add(byFamily, family, series);
        for (Label label : point.getLabels()) {
            add(byLabel, label.getName(), series);
            Set<String> values = valuesByLabel.get(label.getName());
            if (values == null) {
                values = new HashSet<>();
                valuesByLabel.put(label.getName(), values);
            }
            values.add(label.getValue());
        }
    }

    private static long series(DataPointSnapshot point) {
        if (point instanceof HistogramDataPointSnapshot) {
            return ((HistogramDataPointSnapshot) point).getClassicBuckets().size() + SUM_AND_COUNT;
        }
        if (point instanceof SummaryDataPointSnapshot) {
            return ((SummaryDataPointSnapshot) point).getQuantiles().size() + SUM_AND_COUNT;
        }
        return 1;
    }

    private static void add(Map<String, Long> counts, String name, long series) {
        Long before = counts.get(name);
        counts.put(name, before == null ? series : before + series);
    }

    long all() {
        return all;
    }

    /** By the name that Prometheus knows, without {@code _total}. */
    Map<String, Long> byFamily() {
        return byFamily;
    }

    /** Series that carry a label. */
    Map<String, Long> byLabel() {
        return byLabel;
    }

    /** Distinct values of a label. */
    int values(String label) {
        return valuesByLabel.get(label).size();
    }
}
