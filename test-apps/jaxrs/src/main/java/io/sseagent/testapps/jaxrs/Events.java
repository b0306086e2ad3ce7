package io.sseagent.testapps.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import javax.ws.rs.core.StreamingOutput;

/** So many events, each flushed. */
final class Events implements StreamingOutput {
    private final int count;
    private final int intervalMillis;

    Events(int count, int intervalMillis) {
        this.count = count;
        this.intervalMillis = intervalMillis;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        for (int i = 0; i < count; i++) {
            output.write(("data: " + i + "\n\n").getBytes(UTF_8));
            output.flush();
            pause();
        }
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(intervalMillis);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
