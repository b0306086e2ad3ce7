package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
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
    private static final int METRIC_HISTOGRAM = 7;

    private static final int TYPE_COUNTER = 0;
    private static final int TYPE_GAUGE = 1;
    private static final int TYPE_HISTOGRAM = 4;

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
        for (MetricSnapshot family : families) {
            family(family).writeDelimitedTo(out);
        }
    }

    private static ProtobufMessage family(MetricSnapshot family) {
        // the exposition name keeps _total and _info, which the model's own name drops
        ProtobufMessage message = new ProtobufMessage()
                .text(FAMILY_NAME, family.getMetadata().getExpositionBasePrometheusName())
                .text(FAMILY_HELP, family.getMetadata().getHelp())
                .unsigned(FAMILY_TYPE, type(family));
        for (DataPointSnapshot point : family.getDataPoints()) {
            message.message(FAMILY_METRIC, metric(point));
        }
        return message;
    }

    private static int type(MetricSnapshot family) {
        if (family instanceof CounterSnapshot) {
            return TYPE_COUNTER;
        }
        // the format has no info: there it is a gauge
        return family instanceof HistogramSnapshot ? TYPE_HISTOGRAM : TYPE_GAUGE;
    }

    private static ProtobufMessage metric(DataPointSnapshot point) {
        ProtobufMessage metric = new ProtobufMessage();
        for (Label label : point.getLabels()) {
            metric.message(METRIC_LABEL, label(label));
        }
        if (point instanceof HistogramSnapshot.HistogramDataPointSnapshot) {
            return metric.message(
                    METRIC_HISTOGRAM, ProtobufHistogram.of((HistogramSnapshot.HistogramDataPointSnapshot) point));
        }
        if (point instanceof CounterSnapshot.CounterDataPointSnapshot) {
            return metric.message(METRIC_COUNTER, value(((CounterSnapshot.CounterDataPointSnapshot) point).getValue()));
        }
        if (point instanceof GaugeSnapshot.GaugeDataPointSnapshot) {
            return metric.message(METRIC_GAUGE, value(((GaugeSnapshot.GaugeDataPointSnapshot) point).getValue()));
        }
        return metric.message(METRIC_GAUGE, value(1));
    }

    private static ProtobufMessage value(double value) {
        return new ProtobufMessage().number(VALUE, value);
    }

    private static ProtobufMessage label(Label label) {
        return new ProtobufMessage().text(LABEL_NAME, label.getName()).text(LABEL_VALUE, label.getValue());
    }

    static ProtobufMessage exemplar(Exemplar exemplar) {
        ProtobufMessage message = new ProtobufMessage();
        for (Label label : exemplar.getLabels()) {
            message.message(EXEMPLAR_LABEL, label(label));
        }
        long millis = exemplar.getTimestampMillis();
        ProtobufMessage timestamp = new ProtobufMessage()
                .unsigned(TIMESTAMP_SECONDS, millis / MILLIS_PER_SECOND)
                .unsigned(TIMESTAMP_NANOS, millis % MILLIS_PER_SECOND * NANOS_PER_MILLI);
        return message.number(EXEMPLAR_VALUE, exemplar.getValue()).message(EXEMPLAR_TIMESTAMP, timestamp);
    }
}
