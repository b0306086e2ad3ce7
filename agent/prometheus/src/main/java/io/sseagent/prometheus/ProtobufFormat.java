package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Length-delimited messages {@code MetricFamily} of Prometheus' {@code metrics.proto}, the one format with native histograms.
 *
 * <p>Our own, because the generated one brings 2 MB and makes JDK 24 and later print a warning about {@code sun.misc.Unsafe} on
 * the host's standard error. The generated one is the oracle in the tests.
 */
final class ProtobufFormat {
    private static final int FAMILY_NAME = 1;
    private static final int FAMILY_HELP = 2;
    private static final int FAMILY_TYPE = 3;
    private static final int FAMILY_METRIC = 4;

    private static final int METRIC_LABEL = 1;
    private static final int METRIC_GAUGE = 2;
    private static final int METRIC_COUNTER = 3;
    private static final int METRIC_SUMMARY = 4;
    private static final int METRIC_HISTOGRAM = 7;

    private static final int TYPE_COUNTER = 0;
    private static final int TYPE_GAUGE = 1;
    private static final int TYPE_SUMMARY = 2;
    private static final int TYPE_HISTOGRAM = 4;

    private static final int SUMMARY_COUNT = 1;
    private static final int SUMMARY_SUM = 2;
    private static final int SUMMARY_QUANTILE = 3;

    private static final int QUANTILE = 1;
    private static final int QUANTILE_VALUE = 2;

    private static final int LABEL_NAME = 1;
    private static final int LABEL_VALUE = 2;

    private static final int EXEMPLAR_LABEL = 1;
    private static final int EXEMPLAR_VALUE = 2;
    private static final int EXEMPLAR_TIMESTAMP = 3;

    private static final int TIMESTAMP_SECONDS = 1;
    private static final int TIMESTAMP_NANOS = 2;

    private static final int VALUE = 1;
    private static final long MILLIS_PER_SECOND = 1000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private ProtobufFormat() {}

    static void write(OutputStream out, MetricSnapshots families) throws IOException {
        ProtobufWriter writer = new ProtobufWriter();
        for (MetricSnapshot family : families) {
            family(writer, family);
            writer.writeDelimitedTo(out);
        }
    }

    private static void family(ProtobufWriter writer, MetricSnapshot family) {
        // the exposition name keeps _total and _info, which the model's own name drops
        writer.text(FAMILY_NAME, family.getMetadata().getExpositionBasePrometheusName());
        writer.text(FAMILY_HELP, family.getMetadata().getHelp());
        writer.unsigned(FAMILY_TYPE, type(family));
        for (DataPointSnapshot point : family.getDataPoints()) {
            int metric = writer.begin(FAMILY_METRIC);
            metric(writer, point);
            writer.end(metric);
        }
    }

    private static int type(MetricSnapshot family) {
        if (family instanceof CounterSnapshot) {
            return TYPE_COUNTER;
        }
        if (family instanceof SummarySnapshot) {
            return TYPE_SUMMARY;
        }
        // the format has no info: there it is a gauge
        return family instanceof HistogramSnapshot ? TYPE_HISTOGRAM : TYPE_GAUGE;
    }

    private static void metric(ProtobufWriter writer, DataPointSnapshot point) {
        labels(writer, METRIC_LABEL, point.getLabels());
        if (point instanceof HistogramSnapshot.HistogramDataPointSnapshot) {
            int histogram = writer.begin(METRIC_HISTOGRAM);
            ProtobufHistogram.write(writer, (HistogramSnapshot.HistogramDataPointSnapshot) point);
            writer.end(histogram);
        } else if (point instanceof SummarySnapshot.SummaryDataPointSnapshot) {
            summary(writer, (SummarySnapshot.SummaryDataPointSnapshot) point);
        } else if (point instanceof CounterSnapshot.CounterDataPointSnapshot) {
            value(writer, METRIC_COUNTER, ((CounterSnapshot.CounterDataPointSnapshot) point).getValue());
        } else if (point instanceof GaugeSnapshot.GaugeDataPointSnapshot) {
            value(writer, METRIC_GAUGE, ((GaugeSnapshot.GaugeDataPointSnapshot) point).getValue());
        } else {
            value(writer, METRIC_GAUGE, 1);
        }
    }

    private static void summary(ProtobufWriter writer, SummarySnapshot.SummaryDataPointSnapshot point) {
        int summary = writer.begin(METRIC_SUMMARY);
        writer.unsigned(SUMMARY_COUNT, point.getCount());
        writer.number(SUMMARY_SUM, point.getSum());
        for (Quantile each : point.getQuantiles()) {
            int quantile = writer.begin(SUMMARY_QUANTILE);
            writer.number(QUANTILE, each.getQuantile());
            writer.number(QUANTILE_VALUE, each.getValue());
            writer.end(quantile);
        }
        writer.end(summary);
    }

    private static void value(ProtobufWriter writer, int field, double value) {
        int message = writer.begin(field);
        writer.number(VALUE, value);
        writer.end(message);
    }

    private static void labels(ProtobufWriter writer, int field, Labels labels) {
        for (int i = 0; i < labels.size(); i++) {
            int label = writer.begin(field);
            writer.text(LABEL_NAME, labels.getName(i));
            writer.text(LABEL_VALUE, labels.getValue(i));
            writer.end(label);
        }
    }

    static void exemplar(ProtobufWriter writer, int field, Exemplar exemplar) {
        int message = writer.begin(field);
        labels(writer, EXEMPLAR_LABEL, exemplar.getLabels());
        writer.number(EXEMPLAR_VALUE, exemplar.getValue());
        long millis = exemplar.getTimestampMillis();
        int timestamp = writer.begin(EXEMPLAR_TIMESTAMP);
        writer.unsigned(TIMESTAMP_SECONDS, millis / MILLIS_PER_SECOND);
        writer.unsigned(TIMESTAMP_NANOS, millis % MILLIS_PER_SECOND * NANOS_PER_MILLI);
        writer.end(timestamp);
        writer.end(message);
    }
}
