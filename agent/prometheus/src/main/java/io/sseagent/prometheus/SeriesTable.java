package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.labels.LabelRule;
import io.sseagent.core.labels.LabelRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The series of one family. They stay from scrape to scrape, in the order in which client_java sorts them, so that a scrape does
 * not make, validate and sort the labels of thousands of series once more. Guarded by its reader.
 */
final class SeriesTable {
    private final MetricDefinition family;
    private final String[] labelNames;
    /** The first label is the route, so that each list is short. */
    private final Map<String, List<LabelledSeries>> byFirstLabel = new HashMap<>();

    private final List<LabelledSeries> sorted = new ArrayList<>();

    /** Null where there is none for a label, or none for any. */
    private final LabelRule[] rules;

    SeriesTable(MetricDefinition family, LabelRules rules) {
        this.family = family;
        this.rules = rules.of(family);
        this.labelNames = family.labels().toArray(new String[0]);
    }

    /** The series with these label values, empty unless this reading has added to it. */
    LabelledSeries get(int reading, String... labelValues) {
        if (labelValues.length != labelNames.length) {
            throw new IllegalArgumentException(family.name() + " has the labels " + family.labels());
        }
        for (int i = 0; rules != null && i < rules.length; i++) {
            labelValues[i] = rules[i] == null ? labelValues[i] : rules[i].shown(labelValues[i]);
        }
        List<LabelledSeries> candidates = startingLike(labelValues);
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).has(labelValues)) {
                return candidates.get(i).in(reading);
            }
        }
        LabelledSeries series = new LabelledSeries(Labels.of(labelNames, labelValues), labelValues, reading);
        candidates.add(series);
        sorted.add(-Collections.binarySearch(sorted, series) - 1, series);
        return series;
    }

    private List<LabelledSeries> startingLike(String[] labelValues) {
        String first = labelValues.length == 0 ? "" : labelValues[0];
        List<LabelledSeries> found = byFirstLabel.get(first);
        if (found == null) {
            found = new ArrayList<>(1);
            byFirstLabel.put(first, found);
        }
        return found;
    }

    /** Those that this reading has added to; all others are forgotten. */
    List<LabelledSeries> in(int reading) {
        boolean all = true;
        for (int i = 0; i < sorted.size() && all; i++) {
            all = sorted.get(i).isIn(reading);
        }
        if (!all) {
            forgetAllBut(reading);
        }
        return sorted;
    }

    private void forgetAllBut(int reading) {
        List<LabelledSeries> kept = new ArrayList<>();
        byFirstLabel.clear();
        for (LabelledSeries series : sorted) {
            if (series.isIn(reading)) {
                kept.add(series);
                startingLike(series.labelValues()).add(series);
            }
        }
        sorted.clear();
        sorted.addAll(kept);
    }
}
