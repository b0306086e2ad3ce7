package io.sseagent.prometheus;

import io.sseagent.core.labels.LabelsConfig;
import io.sseagent.core.stream.StreamModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What the endpoint does for one scrape, without its socket: in its package, because nobody else needs to call this. */
public final class ScrapeRendering {
    private final ScrapeHandler handler;

    /** Answers with what {@code model} holds at the time of each call. */
    public ScrapeRendering(StreamModel model) {
        MetricsReader reader =
                new MetricsReader(model, LabelsConfig.NONE, "benchmark", System.getProperty("java.version"));
        this.handler = new ScrapeHandler(reader, model.health(), new BodyMemory());
    }

    /** Reads the model and writes the whole answer to a request with this header, which may be empty. */
    public void answer(String header, OutputStream out) throws IOException {
        byte[] request = ("GET /metrics HTTP/1.1\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        try {
            handler.answer(RequestHead.read(new ByteArrayInputStream(request))).writeTo(out, true);
        } catch (RequestRejected rejected) {
            throw new IllegalStateException(rejected);
        }
    }
}
