package io.sseagent.core.catalogue;

/** Kind of a metric family, as OpenMetrics names them. */
public enum MetricType {
    /** A value that may fall. */
    GAUGE,
    /** A value that only rises; exposed with the suffix {@code _total}. */
    COUNTER,
    /** Classic and native buckets of one recording. */
    HISTOGRAM,
    /** Quantiles of what was lately, with number and sum of all that ever was; of one instance, and not to be added up. */
    SUMMARY,
    /** A constant 1 that carries facts in its labels; exposed with the suffix {@code _info}. */
    INFO
}
