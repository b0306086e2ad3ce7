package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DistributionDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text formats: 0.0.4 and OpenMetrics 1.0. client_java's writers, the oracle in the tests, take four times the CPU and 2 MB
 * of garbage for a scrape of 200 routes. Every name in the catalogue is legal in every version: there is nothing to escape.
 */
final class TextFormat {
    private static final long MILLIS_PER_SECOND = 1000;

    private final TextBuffer out;
    private final boolean openMetrics;
    private final ByteArrayOutputStream labelBytes = new ByteArrayOutputStream();
    private final TextBuffer labelText = new TextBuffer(labelBytes);

    // Histograms of one family share their bounds.
    private double[] bounds = {};
    private byte[][] boundTexts = {};

    private TextFormat(OutputStream out, boolean openMetrics) {
        this.out = new TextBuffer(out);
        this.openMetrics = openMetrics;
    }

    static void write(OutputStream out, MetricSnapshots families) throws IOException {
        new TextFormat(out, false).write(families);
    }

    static void writeOpenMetrics(OutputStream out, MetricSnapshots families) throws IOException {
        new TextFormat(out, true).write(families);
    }

    private void write(MetricSnapshots families) throws IOException {
        for (MetricSnapshot family : families) {
            write(family);
        }
        if (openMetrics) {
            out.text("# EOF\n");
        }
        out.flush();
    }

    private void write(MetricSnapshot family) throws IOException {
        String base = family.getMetadata().getPrometheusName();
        String name = base + suffix(family);
        if (openMetrics) {
            type(base, family);
            help(base, family);
        } else {
            help(name, family);
            type(name, family);
        }
        for (DataPointSnapshot point : family.getDataPoints()) {
            if (point instanceof HistogramDataPointSnapshot) {
                histogram(name, (HistogramDataPointSnapshot) point);
            } else if (point instanceof SummaryDataPointSnapshot) {
                summary(name, (SummaryDataPointSnapshot) point);
            } else {
                out.text(name);
                labels(out, point.getLabels());
                out.text(point.getLabels().isEmpty() ? " " : "} ");
                value(point);
                out.octet('\n');
            }
        }
    }

    private void value(DataPointSnapshot point) throws IOException {
        if (point instanceof CounterDataPointSnapshot) {
            out.number(((CounterDataPointSnapshot) point).getValue());
        } else if (point instanceof GaugeDataPointSnapshot) {
            out.number(((GaugeDataPointSnapshot) point).getValue());
        } else {
            out.octet('1');
        }
    }

    /** With an opening brace and no closing one; nothing if there are none. */
    private static void labels(TextBuffer to, Labels labels) throws IOException {
        for (int i = 0; i < labels.size(); i++) {
            to.octet(i == 0 ? '{' : ',').text(labels.getPrometheusName(i)).text("=\"");
            to.escaped(labels.getValue(i), true).octet('"');
        }
    }

    private void histogram(String name, HistogramDataPointSnapshot point) throws IOException {
        byte[] labels = labelBytes(point.getLabels());
        ClassicHistogramBuckets buckets = point.getClassicBuckets();
        double lowerBound = Double.NEGATIVE_INFINITY;
        long cumulative = 0;
        for (int i = 0; i < buckets.size(); i++) {
            cumulative += buckets.getCount(i);
            double upperBound = buckets.getUpperBound(i);
            out.text(name).text("_bucket").bytes(labels).text(labels.length == 0 ? "{le=\"" : ",le=\"");
            out.bytes(boundText(i, upperBound)).text("\"} ").number(cumulative);
            exemplar(point, lowerBound, upperBound);
            out.octet('\n');
            lowerBound = upperBound;
        }
        countAndSum(name, labels, point);
    }

    private void summary(String name, SummaryDataPointSnapshot point) throws IOException {
        byte[] labels = labelBytes(point.getLabels());
        for (Quantile quantile : point.getQuantiles()) {
            out.text(name).bytes(labels).text(labels.length == 0 ? "{quantile=\"" : ",quantile=\"");
            out.text(TextBuffer.spelled(quantile.getQuantile())).text("\"} ").number(quantile.getValue());
            out.octet('\n');
        }
        countAndSum(name, labels, point);
    }

    private void countAndSum(String name, byte[] labels, DistributionDataPointSnapshot point) throws IOException {
        String end = labels.length == 0 ? " " : "} ";
        out.text(name).text("_count").bytes(labels).text(end).number(point.getCount());
        out.octet('\n').text(name).text("_sum").bytes(labels).text(end).number(point.getSum());
        out.octet('\n');
    }

    private byte[] labelBytes(Labels labels) throws IOException {
        labelBytes.reset();
        labels(labelText, labels);
        labelText.flush();
        return labelBytes.toByteArray();
    }

    private byte[] boundText(int index, double bound) {
        if (index >= bounds.length) {
            bounds = Arrays.copyOf(bounds, index + 1);
            boundTexts = Arrays.copyOf(boundTexts, index + 1);
        }
        if (boundTexts[index] == null || bounds[index] != bound) {
            bounds[index] = bound;
            boundTexts[index] = TextBuffer.spelled(bound).getBytes(StandardCharsets.US_ASCII);
        }
        return boundTexts[index];
    }

    private void exemplar(HistogramDataPointSnapshot point, double lowerBound, double upperBound) throws IOException {
        Exemplar exemplar = openMetrics ? point.getExemplars().get(lowerBound, upperBound) : null;
        if (exemplar != null) {
            out.text(" # ");
            labels(out, exemplar.getLabels());
            out.text("} ").number(exemplar.getValue());
            long millis = exemplar.getTimestampMillis();
            out.octet(' ').number(millis / MILLIS_PER_SECOND).octet('.');
            out.text(String.valueOf(MILLIS_PER_SECOND + millis % MILLIS_PER_SECOND)
                    .substring(1));
        }
    }

    private static String suffix(MetricSnapshot family) {
        if (family instanceof CounterSnapshot) {
            return "_total";
        }
        return family instanceof InfoSnapshot ? "_info" : "";
    }

    private void help(String name, MetricSnapshot family) throws IOException {
        out.text("# HELP ").text(name).octet(' ');
        out.escaped(family.getMetadata().getHelp(), openMetrics).octet('\n');
    }

    private void type(String name, MetricSnapshot family) throws IOException {
        out.text("# TYPE ").text(name).octet(' ');
        if (family instanceof CounterSnapshot) {
            out.text("counter\n");
        } else if (family instanceof HistogramSnapshot) {
            out.text("histogram\n");
        } else if (family instanceof SummarySnapshot) {
            out.text("summary\n");
        } else {
            out.text(openMetrics && family instanceof InfoSnapshot ? "info\n" : "gauge\n");
        }
    }
}
