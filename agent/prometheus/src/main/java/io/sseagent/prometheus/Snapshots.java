package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.stats.WindowQuantiles;
import java.util.List;

/** Catalogue rows and their series as client_java's snapshots. */
final class Snapshots {
    private static final long NO_TIMESTAMP = 0;

    private Snapshots() {}

    static MetricSnapshot of(MetricDefinition family, List<LabelledSeries> series, boolean nativeBuckets) {
        switch (family.type()) {
            case COUNTER:
                return counter(family, series);
            case GAUGE:
                return gauge(family, series);
            case INFO:
                return info(family, series);
            case SUMMARY:
                return summary(family, series);
            default:
                return histogram(family, series, nativeBuckets);
        }
    }

    private static MetricSnapshot counter(MetricDefinition family, List<LabelledSeries> series) {
        CounterSnapshot.Builder snapshot =
                CounterSnapshot.builder().name(family.name()).help(family.help());
        for (LabelledSeries sample : series) {
            snapshot.dataPoint(new CounterDataPointSnapshot(sample.value(), sample.labels, null, NO_TIMESTAMP));
        }
        return snapshot.build();
    }

    private static MetricSnapshot gauge(MetricDefinition family, List<LabelledSeries> series) {
        GaugeSnapshot.Builder snapshot =
                GaugeSnapshot.builder().name(family.name()).help(family.help());
        for (LabelledSeries sample : series) {
            snapshot.dataPoint(new GaugeDataPointSnapshot(sample.value(), sample.labels, null));
        }
        return snapshot.build();
    }

    private static MetricSnapshot info(MetricDefinition family, List<LabelledSeries> series) {
        InfoSnapshot.Builder snapshot =
                InfoSnapshot.builder().name(family.name()).help(family.help());
        for (LabelledSeries sample : series) {
            snapshot.dataPoint(new InfoDataPointSnapshot(sample.labels));
        }
        return snapshot.build();
    }

    private static MetricSnapshot summary(MetricDefinition family, List<LabelledSeries> series) {
        SummarySnapshot.Builder snapshot =
                SummarySnapshot.builder().name(family.name()).help(family.help());
        double[] at = WindowQuantiles.quantiles();
        for (LabelledSeries sample : series) {
            WindowQuantiles window = sample.quantiles();
            Quantile[] quantiles = new Quantile[at.length];
            for (int i = 0; i < at.length; i++) {
                quantiles[i] = new Quantile(at[i], window.value(i));
            }
            snapshot.dataPoint(new SummaryDataPointSnapshot(
                    window.count(),
                    window.sum(),
                    Quantiles.of(quantiles),
                    sample.labels,
                    Exemplars.EMPTY,
                    NO_TIMESTAMP));
        }
        return snapshot.build();
    }

    private static MetricSnapshot histogram(
            MetricDefinition family, List<LabelledSeries> series, boolean nativeBuckets) {
        HistogramSnapshot.Builder snapshot =
                HistogramSnapshot.builder().name(family.name()).help(family.help());
        for (LabelledSeries sample : series) {
            snapshot.dataPoint(
                    nativeBuckets
                            ? HistogramPoint.of(sample.totals(), sample.labels)
                            : HistogramPoint.classicOf(sample.totals(), sample.labels));
        }
        return snapshot.build();
    }
}
