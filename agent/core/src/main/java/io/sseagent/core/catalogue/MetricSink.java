package io.sseagent.core.catalogue;

import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.WindowQuantiles;

/** Where a reading puts its series. What falls on the same label values is summed. For the thread of its reading alone. */
public interface MetricSink {
    /** Adds to a counter, gauge or info; 0 makes the series appear. */
    void add(MetricDefinition family, double amount, String... labelValues);

    /** Adds a number of things; exact up to 2^53. */
    void count(MetricDefinition family, long amount, String... labelValues);

    /** Keeps the largest; 0 is the least. */
    void max(MetricDefinition family, double value, String... labelValues);

    /**
     * Adds a histogram. One without a value makes no series: thirty lines for each reason that never occurred would be most of
     * a scrape, and the counter beside it says 0 already.
     */
    void add(MetricDefinition family, HistogramTotals totals, String... labelValues);

    /** Sets a summary; not every sink takes one. */
    default void set(MetricDefinition family, WindowQuantiles quantiles, String... labelValues) {
        throw new UnsupportedOperationException(family.name());
    }
}
