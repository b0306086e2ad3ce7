package io.sseagent.testapps.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** A response that a thread writes as an event stream and waits for. */
final class Events {
    static final String EVENT_STREAM = "text/event-stream";
    static final Charset UTF_8 = Charset.forName("UTF-8");

    private final OutputStream output;

    private Events(OutputStream output) {
        this.output = output;
    }

    /** The exchange has been dispatched to a thread that may wait. */
    static Events open(HttpServerExchange exchange, String type) throws IOException {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        if (!exchange.isBlocking()) {
            exchange.startBlocking();
        }
        Events events = new Events(exchange.getOutputStream());
        events.output.flush();
        return events;
    }

    /** Text of one event whose data starts with its number and has {@code size} characters, or as many as the number needs. */
    static String numbered(int number, int size) {
        return "id: " + number + "\ndata: " + padded(number, size) + "\n\n";
    }

    static String padded(int number, int size) {
        String start = Integer.toString(number);
        char[] padding = new char[Math.max(0, size - start.length())];
        Arrays.fill(padding, '.');
        return start + new String(padding);
    }

    void send(String text) throws IOException {
        send(text.getBytes(UTF_8), 0, Integer.MAX_VALUE);
    }

    void send(byte[] bytes, int from, int most) throws IOException {
        output.write(bytes, from, Math.min(most, bytes.length - from));
        output.flush();
    }

    void sendNumbered(int events, int size, int intervalMillis) throws IOException {
        for (int number = 1; number <= events; number++) {
            send(numbered(number, size));
            pause(intervalMillis);
        }
    }

    private static void pause(long millis) throws InterruptedIOException {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("application stops");
        }
    }
}
