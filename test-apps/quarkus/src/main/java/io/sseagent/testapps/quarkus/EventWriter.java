package io.sseagent.testapps.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** The body of one response. One thread at a time, which is blocked while the client is slow. */
final class EventWriter {
    static final int SMALL = 32;

    private final OutputStream out;

    EventWriter(OutputStream out) {
        this.out = out;
    }

    void sendSmall(int events) throws IOException {
        for (int number = 1; number <= events; number++) {
            sendNumbered(number, SMALL);
        }
    }

    /** One event whose data starts with its number and has {@code size} characters, or as many as the number needs. */
    void sendNumbered(int number, int size) throws IOException {
        String start = Integer.toString(number);
        send("id: " + start + "\ndata: " + start + ".".repeat(Math.max(0, size - start.length())) + "\n\n");
    }

    void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
