package io.sseagent.testapps.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** The body of one response. Any thread, one at a time. */
final class EventWriter {
    private final HttpServerResponse response;

    private EventWriter(HttpServerResponse response) {
        this.response = response;
    }

    static EventWriter open(RoutingContext context, String type) {
        HttpServerResponse response = context.response();
        response.setChunked(true).putHeader("Content-Type", type);
        return new EventWriter(response);
    }

    /** One event whose data starts with its number and has {@code size} characters, or as many as the number needs. */
    void sendNumbered(int number, int size) {
        String start = Integer.toString(number);
        send("id: " + start + "\ndata: " + start + ".".repeat(Math.max(0, size - start.length())) + "\n\n");
    }

    void send(String text) {
        send(Buffer.buffer(text));
    }

    void send(Buffer bytes) {
        response.write(bytes);
    }

    boolean isClosed() {
        return response.closed();
    }

    void end() {
        response.end();
    }
}
