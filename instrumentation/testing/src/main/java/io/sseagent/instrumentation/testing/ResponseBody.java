package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The body of a response of which the head has been read, by HTTP/1.1's three ways to delimit one. For one thread. */
public final class ResponseBody {
    private static final int UNTIL_CLOSE = -1;
    private static final int CHUNKED = -2;

    private final InputStream input;
    private final List<String> head;
    private final int status;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int length;
    private boolean afterChunk;
    private boolean ended;
    private IOException broken;

    private ResponseBody(InputStream input, List<String> head, String method) {
        this.input = input;
        this.head = head;
        this.status = Integer.parseInt(head.get(0).split(" ")[1]);
        this.length = method.equals("HEAD") || status == 204 ? 0 : length(head);
    }

    static ResponseBody afterHead(InputStream input, String method) throws IOException {
        List<String> head = new ArrayList<>();
        String line = line(input);
        while (!line.isEmpty()) {
            head.add(line);
            line = line(input);
        }
        return new ResponseBody(input, head, method);
    }

    private static int length(List<String> head) {
        for (String line : head) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                return Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).trim());
            } else if (header.equals("transfer-encoding: chunked")) {
                return CHUNKED;
            }
        }
        return UNTIL_CLOSE;
    }

    /** Of the status line. */
    public int status() {
        return status;
    }

    /** Reads until the body holds so many events; throws {@link IllegalStateException} if it ends before. */
    public Received readEvents(int events) {
        Received received = readUpTo(events);
        if (received.events().count() < events) {
            throw new IllegalStateException("ended after " + received.events() + " of " + events, broken);
        }
        return received;
    }

    /** Reads until the body holds so many events, ends, breaks off, or is no HTTP/1.1 any more. */
    public Received readUpTo(int events) {
        Received received = received();
        while (!ended && received.events().count() < events) {
            readPart();
            received = received();
        }
        return received;
    }

    /** Reads to the end of the response, or to where it breaks off. */
    public Received readAll() {
        while (!ended) {
            readPart();
        }
        return received();
    }

    private Received received() {
        return new Received(status, head, body.toByteArray(), ended && broken == null);
    }

    private void readPart() {
        try {
            if (length == CHUNKED) {
                readChunk();
            } else if (length == UNTIL_CLOSE) {
                int next = input.read();
                ended = next < 0;
                if (!ended) {
                    body.write(next);
                    body.writeBytes(input.readNBytes(input.available()));
                }
            } else {
                body.writeBytes(input.readNBytes(length));
                ended = true;
                broken = body.size() < length ? new IOException("broke off inside the body") : null;
            }
        } catch (IOException breaksOff) {
            ended = true;
            broken = breaksOff;
        }
    }

    /** Jetty sends the line end of a chunk with the next one, so that is when it is read. */
    private void readChunk() throws IOException {
        if (afterChunk && !line(input).isEmpty()) {
            throw new IOException("broke off behind a chunk");
        }
        String sizeLine = line(input);
        if (!sizeLine.matches("[0-9a-fA-F]{1,7}")) {
            throw new IOException("no size of a chunk: " + sizeLine);
        }
        int size = Integer.parseInt(sizeLine, 16);
        byte[] chunk = input.readNBytes(size);
        body.writeBytes(chunk);
        if (chunk.length < size) {
            throw new IOException("broke off inside a chunk");
        }
        afterChunk = true;
        ended = size == 0 && line(input).isEmpty();
    }

    private static String line(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("closed inside a line: " + line.toString(ISO_8859_1));
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
