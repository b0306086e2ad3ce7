package io.sseagent.testapps.jetty.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/** A response that is written as an event stream by one thread at a time, each event on its own. */
final class EventOutput {
    private final OutputStream output;

    EventOutput(Response response) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        output = Content.Sink.asOutputStream(response);
    }

    void send(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends so many numbered events of this size, at this interval. */
    void sendNumbered(int events, int size, long intervalMillis) throws IOException {
        for (int number = 1; number <= events; number++) {
            String start = Integer.toString(number);
            send("id: " + start + "\ndata: " + start + ".".repeat(Math.max(0, size - start.length())) + "\n\n");
            if (intervalMillis > 0) {
                LockSupport.parkNanos(intervalMillis * 1_000_000);
            }
        }
    }
}
