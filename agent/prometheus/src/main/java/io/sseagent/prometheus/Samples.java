package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.stats.HistogramTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One reading on its way out: what falls on the same label values is summed, so that no series can appear twice. Belongs to
 * its reader; not thread-safe.
 */
final class Samples {
    private final Map<MetricDefinition, Map<Labels, Double>> values = new LinkedHashMap<>();
    private final Map<MetricDefinition, Map<Labels, HistogramTotals>> histograms = new LinkedHashMap<>();

    /** Adds to a counter, gauge or info; 0 makes the series appear. */
    void add(MetricDefinition family, double amount, String... labelValues) {
        Map<Labels, Double> series = values(family);
        Labels labels = labels(family, labelValues);
        Double before = series.get(labels);
        series.put(labels, before == null ? amount : before + amount);
    }

    /** Adds a number of things; exact up to 2^53. */
    void count(MetricDefinition family, long amount, String... labelValues) {
        add(family, (double) amount, labelValues);
    }

    /** Keeps the largest. */
    void max(MetricDefinition family, double value, String... labelValues) {
        Map<Labels, Double> series = values(family);
        Labels labels = labels(family, labelValues);
        Double before = series.get(labels);
        series.put(labels, before == null ? value : Math.max(before, value));
    }

    /**
     * Adds a histogram. One without a value makes no series: thirty lines for each reason that never occurred would be most of
     * a scrape, and the counter beside it says 0 already.
     */
    void add(MetricDefinition family, HistogramTotals totals, String... labelValues) {
        if (totals.count() == 0) {
            return;
        }
        Map<Labels, HistogramTotals> series = histograms.get(family);
        if (series == null) {
            series = new LinkedHashMap<>();
            histograms.put(family, series);
        }
        Labels labels = labels(family, labelValues);
        HistogramTotals sum = series.get(labels);
        if (sum == null) {
            sum = new HistogramTotals(totals.layout());
            series.put(labels, sum);
        }
        sum.add(totals);
    }

    private Map<Labels, Double> values(MetricDefinition family) {
        Map<Labels, Double> series = values.get(family);
        if (series == null) {
            series = new LinkedHashMap<>();
            values.put(family, series);
        }
        return series;
    }

    private static Labels labels(MetricDefinition family, String... labelValues) {
        if (labelValues.length != family.labels().size()) {
            throw new IllegalArgumentException(family.name() + " has the labels " + family.labels());
        }
        return Labels.of(family.labels().toArray(new String[0]), labelValues);
    }

    /** The wanted families that have data, described by the catalogue. */
    MetricSnapshots snapshots(NameFilter filter) {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        for (MetricDefinition family : MetricCatalogue.all()) {
            if (!filter.wants(family)) {
                continue;
            }
            if (values.containsKey(family)) {
                snapshots.add(Snapshots.ofValues(family, values.get(family)));
            } else if (histograms.containsKey(family)) {
                snapshots.add(Snapshots.ofHistograms(family, histograms.get(family)));
            }
        }
        return new MetricSnapshots(snapshots);
    }
}
