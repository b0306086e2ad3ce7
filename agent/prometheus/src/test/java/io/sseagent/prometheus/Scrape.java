package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Renders snapshots without a socket. */
final class Scrape {
    private Scrape() {}

    static String text(MetricSnapshots families) {
        return new String(bytes(MetricsFormat.TEXT, families), StandardCharsets.UTF_8);
    }

    static byte[] bytes(MetricsFormat format, MetricSnapshots families) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(out, families);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
