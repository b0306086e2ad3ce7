package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.stats.HistogramTotals;
import java.util.Map;

/** Catalogue rows and their series as client_java's snapshots. */
final class Snapshots {
    private static final long NO_TIMESTAMP = 0;

    private Snapshots() {}

    static MetricSnapshot ofValues(MetricDefinition family, Map<Labels, Double> series) {
        switch (family.type()) {
            case COUNTER:
                return counter(family, series);
            case GAUGE:
                return gauge(family, series);
            case INFO:
                return info(family, series);
            default:
                throw new IllegalArgumentException(family.name() + " is no " + family.type());
        }
    }

    private static MetricSnapshot counter(MetricDefinition family, Map<Labels, Double> series) {
        CounterSnapshot.Builder snapshot =
                CounterSnapshot.builder().name(family.name()).help(family.help());
        for (Map.Entry<Labels, Double> sample : series.entrySet()) {
            snapshot.dataPoint(new CounterDataPointSnapshot(sample.getValue(), sample.getKey(), null, NO_TIMESTAMP));
        }
        return snapshot.build();
    }

    private static MetricSnapshot gauge(MetricDefinition family, Map<Labels, Double> series) {
        GaugeSnapshot.Builder snapshot =
                GaugeSnapshot.builder().name(family.name()).help(family.help());
        for (Map.Entry<Labels, Double> sample : series.entrySet()) {
            snapshot.dataPoint(new GaugeDataPointSnapshot(sample.getValue(), sample.getKey(), null));
        }
        return snapshot.build();
    }

    private static MetricSnapshot info(MetricDefinition family, Map<Labels, Double> series) {
        InfoSnapshot.Builder snapshot =
                InfoSnapshot.builder().name(family.name()).help(family.help());
        for (Labels labels : series.keySet()) {
            snapshot.dataPoint(new InfoDataPointSnapshot(labels));
        }
        return snapshot.build();
    }

    static MetricSnapshot ofHistograms(MetricDefinition family, Map<Labels, HistogramTotals> series) {
        HistogramSnapshot.Builder snapshot =
                HistogramSnapshot.builder().name(family.name()).help(family.help());
        for (Map.Entry<Labels, HistogramTotals> sample : series.entrySet()) {
            snapshot.dataPoint(HistogramPoint.of(sample.getValue(), sample.getKey()));
        }
        return snapshot.build();
    }
}
