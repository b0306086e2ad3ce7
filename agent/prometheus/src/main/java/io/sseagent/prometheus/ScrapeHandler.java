package io.sseagent.prometheus;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.sseagent.core.health.AgentHealth;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Answers scrapes. Thread-safe. What fails in the agent is thrown on, for {@link EndpointHandler} to answer. */
final class ScrapeHandler {
    private static final int GZIP_BUFFER_BYTES = 8192;

    private final MetricsReader reader;
    private final AgentHealth health;
    private final BodyMemory memory;

    ScrapeHandler(MetricsReader reader, AgentHealth health, BodyMemory memory) {
        this.reader = reader;
        this.health = health;
        this.memory = memory;
    }

    Response answer(RequestHead request) throws RequestRejected, IOException {
        NameFilter filter;
        try {
            filter = NameFilter.ofQuery(request.query());
        } catch (IllegalArgumentException e) {
            throw new RequestRejected(400, "Bad query");
        }
        MetricsFormat format = MetricsFormat.preferredBy(request.header("accept"));
        boolean gzip = acceptsGzip(request.header("accept-encoding"));
        return render(format, filter, gzip);
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
    private synchronized Response render(MetricsFormat format, NameFilter filter, boolean gzip) throws IOException {
        long start = System.nanoTime();
        MetricSnapshots families = reader.read(filter, format.hasNativeBuckets());
        Body body = new Body(memory);
        try (OutputStream out = gzip ? new GZIPOutputStream(body, GZIP_BUFFER_BYTES) : body) {
            format.write(out, families);
        }
        health.answered(System.nanoTime() - start);
        return new Response(200, format.contentType(), gzip, body);
    }
}
