package io.sseagent.core.catalogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One row of the catalogue: the contract of a metric family. Immutable. */
public final class MetricDefinition {
    private final String name;
    private final MetricType type;
    private final String help;
    private final List<String> labels;

    MetricDefinition(String name, MetricType type, String help, String... labels) {
        this.name = name;
        this.type = type;
        this.help = help;
        this.labels = Collections.unmodifiableList(Arrays.asList(labels));
    }

    /** Name as in a query: with {@code _total} for a counter, {@code _info} for an info, without {@code _bucket}. */
    public String name() {
        return name;
    }

    /** Never null. */
    public MetricType type() {
        return type;
    }

    /** What it means, with its unit. */
    public String help() {
        return help;
    }

    /** Label names in the order in which {@code values} are given; never null. */
    public List<String> labels() {
        return labels;
    }
}
