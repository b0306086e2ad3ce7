package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.Labels;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.WindowQuantiles;

/** One series: its labels, which stay from scrape to scrape because they are dear to make, and what one reading adds up. */
final class LabelledSeries implements Comparable<LabelledSeries> {
    final Labels labels;
    private final String[] labelValues;
    private int reading;
    private double value;
    private HistogramTotals totals;
    private boolean totalsAreOwn;
    private WindowQuantiles quantiles;

    LabelledSeries(Labels labels, String[] labelValues, int reading) {
        this.labels = labels;
        this.labelValues = labelValues;
        this.reading = reading;
    }

    /** Drops what another reading left here. */
    LabelledSeries in(int currentReading) {
        if (reading != currentReading) {
            reading = currentReading;
            value = 0;
            totals = null;
            quantiles = null;
        }
        return this;
    }

    boolean isIn(int currentReading) {
        return reading == currentReading;
    }

    boolean has(String[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!labelValues[i].equals(values[i])) {
                return false;
            }
        }
        return true;
    }

    String[] labelValues() {
        return labelValues;
    }

    void add(double amount) {
        value += amount;
    }

    void max(double other) {
        value = Math.max(value, other);
    }

    /** Totals that nobody else adds to stay the reader's: a sum of its own is made for the second ones only. */
    void add(HistogramTotals more) {
        if (totals == null) {
            totals = more;
            totalsAreOwn = false;
            return;
        }
        if (!totalsAreOwn) {
            HistogramTotals sum = new HistogramTotals(totals.layout());
            sum.add(totals);
            totals = sum;
            totalsAreOwn = true;
        }
        totals.add(more);
    }

    void set(WindowQuantiles window) {
        quantiles = window;
    }

    double value() {
        return value;
    }

    HistogramTotals totals() {
        return totals;
    }

    WindowQuantiles quantiles() {
        return quantiles;
    }

    /** Lets go of the totals, which belong to one reading. */
    void release() {
        totals = null;
    }

    /** As client_java sorts. */
    @Override
    public int compareTo(LabelledSeries other) {
        return labels.compareTo(other.labels);
    }
}
