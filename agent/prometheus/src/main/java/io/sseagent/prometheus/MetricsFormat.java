package io.sseagent.prometheus;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;

/** What a scrape can be answered in. */
enum MetricsFormat {
    /** Text format 0.0.4: no exemplars, classic buckets only. Anybody can read it, so it is what is sent when nothing matches. */
    TEXT(PrometheusTextFormatWriter.CONTENT_TYPE) {
        @Override
        void write(OutputStream out, MetricSnapshots families) throws IOException {
            writeText(PrometheusTextFormatWriter.create(), out, families);
        }
    },
    /** OpenMetrics 1.0: exemplars, classic buckets only. */
    OPEN_METRICS(OpenMetricsTextFormatWriter.CONTENT_TYPE) {
        @Override
        void write(OutputStream out, MetricSnapshots families) throws IOException {
            writeText(OpenMetricsTextFormatWriter.create(), out, families);
        }
    },
    /** Length-delimited protobuf: exemplars, classic and native buckets. */
    PROTOBUF("application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited") {
        @Override
        void write(OutputStream out, MetricSnapshots families) throws IOException {
            ProtobufFormat.write(out, families);
        }
    };

    private final String contentType;

    MetricsFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    abstract void write(OutputStream out, MetricSnapshots families) throws IOException;

    /** Every name in the catalogue is legal in every version of the formats: there is nothing to escape. */
    private static void writeText(ExpositionFormatWriter writer, OutputStream out, MetricSnapshots families)
            throws IOException {
        writer.write(out, families, EscapingScheme.ALLOW_UTF8);
    }

    /**
     * The format that an {@code Accept} header (null if there is none) prefers: the highest weight (RFC 9110, 12.5.1), of equal
     * ones the first. A Prometheus server weighs the formats in the order of its {@code scrape_protocols}.
     */
    static MetricsFormat preferredBy(String accept) {
        MetricsFormat preferred = TEXT;
        double best = 0;
        for (MediaRange range : MediaRange.parse(accept)) {
            MetricsFormat format = of(range);
            if (format != null && range.weight() > best) {
                preferred = format;
                best = range.weight();
            }
        }
        return preferred;
    }

    private static MetricsFormat of(MediaRange range) {
        switch (range.type()) {
            case "application/vnd.google.protobuf":
                return "io.prometheus.client.MetricFamily".equals(range.parameter("proto"))
                                && "delimited".equals(range.parameter("encoding"))
                        ? PROTOBUF
                        : null;
            case "application/openmetrics-text":
                return OPEN_METRICS;
            case "text/plain":
            case "text/*":
            case "*/*":
                return TEXT;
            default:
                return null;
        }
    }
}
