package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;

/** What a scrape can be answered in. */
enum MetricsFormat {
    /** Text format 0.0.4: no exemplars, classic buckets only. Anybody can read it, so it is what is sent when nothing matches. */
    TEXT("text/plain; version=0.0.4; charset=utf-8") {
        @Override
        void write(OutputStream out, MetricSnapshots families) throws IOException {
            TextFormat.write(out, families);
        }
    },
    /** OpenMetrics 1.0: exemplars, classic buckets only. */
    OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8") {
        @Override
        void write(OutputStream out, MetricSnapshots families) throws IOException {
            TextFormat.writeOpenMetrics(out, families);
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

    boolean hasNativeBuckets() {
        return this == PROTOBUF;
    }

    abstract void write(OutputStream out, MetricSnapshots families) throws IOException;

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
