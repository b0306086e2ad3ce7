package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.labels.LabelRules;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.WindowQuantiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One reading after the other on its way out: what falls on the same label values is summed, so that no series can appear twice.
 * Guarded by its reader.
 */
final class Samples implements MetricSink {
    private final Map<MetricDefinition, SeriesTable> tables = new HashMap<>();
    private final LabelRules rules;
    private int reading;

    Samples(LabelRules rules) {
        this.rules = rules;
    }

    /** Starts a reading; what the last one added is over. */
    void begin() {
        reading++;
    }

    @Override
    public void add(MetricDefinition family, double amount, String... labelValues) {
        table(family).get(reading, labelValues).add(amount);
    }

    @Override
    public void count(MetricDefinition family, long amount, String... labelValues) {
        add(family, (double) amount, labelValues);
    }

    @Override
    public void max(MetricDefinition family, double value, String... labelValues) {
        table(family).get(reading, labelValues).max(value);
    }

    @Override
    public void add(MetricDefinition family, HistogramTotals totals, String... labelValues) {
        if (totals.count() > 0) {
            table(family).get(reading, labelValues).add(totals);
        }
    }

    @Override
    public void set(MetricDefinition family, WindowQuantiles quantiles, String... labelValues) {
        table(family).get(reading, labelValues).set(quantiles);
    }

    private SeriesTable table(MetricDefinition family) {
        SeriesTable table = tables.get(family);
        if (table == null) {
            table = new SeriesTable(family, rules);
            tables.put(family, table);
        }
        return table;
    }

    /** The wanted families that have data, described by the catalogue, with or without native buckets. */
    MetricSnapshots snapshots(NameFilter filter, boolean nativeBuckets) {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        for (MetricDefinition family : MetricCatalogue.all()) {
            List<LabelledSeries> series = table(family).in(reading);
            if (!series.isEmpty() && filter.wants(family)) {
                snapshots.add(Snapshots.of(family, series, nativeBuckets));
            }
            for (int i = 0; i < series.size(); i++) {
                series.get(i).release();
            }
        }
        return new MetricSnapshots(snapshots);
    }
}
