package io.sseagent.prometheus;

import io.sseagent.core.stream.StreamModel;
import java.io.IOException;
import java.io.OutputStream;

/** What the endpoint does for one scrape, without its socket: in its package, because nobody else needs to call this. */
public final class ScrapeRendering {
    private final MetricsReader reader;

    /** Renders what {@code model} holds at the time of each call. */
    public ScrapeRendering(StreamModel model) {
        this.reader = new MetricsReader(model, "benchmark", System.getProperty("java.version"));
    }

    /** Reads the model and writes all families in text format 0.0.4. */
    public void writeText(OutputStream out) throws IOException {
        MetricsFormat.TEXT.write(out, reader.read(NameFilter.ALL, MetricsFormat.TEXT.hasNativeBuckets()));
    }
}
