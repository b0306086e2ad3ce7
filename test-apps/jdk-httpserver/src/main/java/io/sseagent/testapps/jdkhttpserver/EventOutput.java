package io.sseagent.testapps.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A response that is written as an event stream by one thread; closing it ends the exchange. */
final class EventOutput implements Closeable {
    private static final int CHUNKED = 0;

    private final HttpExchange exchange;
    private final OutputStream output;

    private EventOutput(HttpExchange exchange) {
        this.exchange = exchange;
        this.output = exchange.getResponseBody();
    }

    /** Sends the headers of a chunked event stream. */
    static EventOutput open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, CHUNKED);
        return new EventOutput(exchange);
    }

    /** Text of one event whose data starts with its number and has {@code size} characters, or as many as the number needs. */
    static String numbered(int number, int size) {
        String start = Integer.toString(number);
        char[] padding = new char[Math.max(0, size - start.length())];
        Arrays.fill(padding, '.');
        return "id: " + start + "\ndata: " + start + new String(padding) + "\n\n";
    }

    void send(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    /** Sends so many numbered events, at this interval. */
    void sendNumbered(int events, int size, long intervalMillis) throws IOException {
        for (int number = 1; number <= events; number++) {
            send(numbered(number, size));
            pause(intervalMillis);
        }
    }

    @Override
    public void close() {
        exchange.close();
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
