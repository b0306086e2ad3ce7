package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Answers scrapes. Thread-safe; never throws an exception of its own making at a client. */
final class ScrapeHandler {
    private final MetricsReader reader;
    private final AgentHealth health;
    private final AgentLog log;

    ScrapeHandler(MetricsReader reader, AgentHealth health, AgentLog log) {
        this.reader = reader;
        this.health = health;
        this.log = log;
    }

    Response answer(RequestHead request) throws RequestRejected {
        NameFilter filter;
        try {
            filter = NameFilter.ofQuery(request.query());
        } catch (IllegalArgumentException e) {
            throw new RequestRejected(400, "Bad query");
        }
        MetricsFormat format = MetricsFormat.preferredBy(request.header("accept"));
        boolean gzip = acceptsGzip(request.header("accept-encoding"));
        try {
            return new Response(200, format.contentType(), gzip, render(format, filter, gzip));
        } catch (IOException | RuntimeException e) {
            health.error("metrics_endpoint");
            log.error("A scrape failed", e);
            throw new RequestRejected(500, "The scrape failed; standard error of the process says why");
        }
    }

    private static boolean acceptsGzip(String acceptEncoding) {
        for (MediaRange coding : MediaRange.parse(acceptEncoding)) {
            if (coding.type().equals("gzip")) {
                return coding.weight() > 0;
            }
        }
        return false;
    }

    /** One at a time: any number of scrapers costs the host one core and one reading of the model at most. */
    private synchronized byte[] render(MetricsFormat format, NameFilter filter, boolean gzip) throws IOException {
        long start = System.nanoTime();
        MetricSnapshots families = reader.read(filter);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(body) : body) {
            format.write(out, families);
        }
        byte[] bytes = body.toByteArray();
        health.answered(System.nanoTime() - start);
        return bytes;
    }
}
