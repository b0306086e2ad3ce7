package io.sseagent.testapps.war;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * A response that is written as an event stream, through {@code getWriter()} when the request says {@code via=writer}, else
 * through {@code getOutputStream()}. Not thread-safe. Throws {@link IOException} when the client is gone.
 */
abstract class EventStream {
    static EventStream open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-cache");
        if (new Parameters(request).is("via", "writer")) {
            // without it a writer encodes ISO-8859-1
            response.setCharacterEncoding("UTF-8");
            return new Characters(response.getWriter());
        }
        return new Bytes(response.getOutputStream());
    }

    /** Text of one event whose data starts with its number and has {@code size} characters, or as many as the number needs. */
    static String numbered(int number, int size) {
        String start = Integer.toString(number);
        char[] padding = new char[Math.max(0, size - start.length())];
        Arrays.fill(padding, '.');
        return "id: " + start + "\ndata: " + start + new String(padding) + "\n\n";
    }

    abstract void write(String text) throws IOException;

    abstract void flush() throws IOException;

    final void send(String text) throws IOException {
        write(text);
        flush();
    }

    private static final class Bytes extends EventStream {
        private final OutputStream output;

        Bytes(OutputStream output) {
            this.output = output;
        }

        @Override
        void write(String text) throws IOException {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        void flush() throws IOException {
            output.flush();
        }
    }

    private static final class Characters extends EventStream {
        private final PrintWriter writer;

        Characters(PrintWriter writer) {
            this.writer = writer;
        }

        @Override
        void write(String text) {
            writer.write(text);
        }

        @Override
        void flush() throws IOException {
            // flushes too; a writer keeps its IOException to itself
            if (writer.checkError()) {
                throw new IOException("client gone");
            }
        }
    }
}
