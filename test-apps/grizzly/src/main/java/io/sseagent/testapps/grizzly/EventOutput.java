package io.sseagent.testapps.grizzly;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** A response that is written as an event stream by one thread, as bytes or with {@code via=writer} as characters. */
final class EventOutput {
    private final OutputStream output;
    private final Writer writer;
    private final boolean flushing;

    private EventOutput(OutputStream output, Writer writer, boolean flushing) {
        this.output = output;
        this.writer = writer;
        this.flushing = flushing;
    }

    static EventOutput open(Request request, Response response) {
        boolean characters = "writer".equals(request.getParameter("via"));
        boolean flushing = !"0".equals(request.getParameter("flush"));
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        return characters
                ? new EventOutput(null, response.getWriter(), flushing)
                : new EventOutput(response.getOutputStream(), null, flushing);
    }

    /** Text of one event whose data starts with its number and has {@code size} characters, or as many as the number needs. */
    static String numbered(int number, int size) {
        String start = Integer.toString(number);
        char[] padding = new char[Math.max(0, size - start.length())];
        Arrays.fill(padding, '.');
        return "id: " + start + "\ndata: " + start + new String(padding) + "\n\n";
    }

    void send(String text) throws IOException {
        if (writer == null) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        } else {
            writer.write(text);
        }
        if (flushing) {
            flush();
        }
    }

    void flush() throws IOException {
        if (writer == null) {
            output.flush();
        } else {
            writer.flush();
        }
    }

    /** Sends so many numbered events, at this interval. */
    void sendNumbered(int events, int size, long intervalMillis) throws IOException {
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
