package io.sseagent.instrumentation.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** When the events of a stream are there: read from the socket as the kernel hands them over, with nothing in between. */
final class Arrivals {
    private static final int READ_TIMEOUT_MILLIS = 30_000;
    private static final int BUFFER_BYTES = 65_536;
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] nanos;

    private Arrivals(long[] nanos) {
        this.nanos = nanos;
    }

    /** Reads so many events of a stream and leaves. */
    static Arrivals of(URI application, String address, int events) throws IOException {
        try (Socket socket = new Socket(application.getHost(), application.getPort())) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            String head = "GET " + application.getPath() + address + " HTTP/1.1\r\nHost: " + application.getAuthority()
                    + "\r\nAccept: text/event-stream\r\nConnection: close\r\n\r\n";
            long[] nanos = new long[events + 1];
            nanos[0] = System.nanoTime();
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            read(socket.getInputStream(), nanos);
            return new Arrivals(nanos);
        }
    }

    /** An event ends with an empty line; heads and chunk sizes have none of a bare LF. */
    private static void read(InputStream input, long[] nanos) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        byte before = 0;
        int arrived = 0;
        while (arrived < nanos.length - 1) {
            int count = input.read(buffer);
            long now = System.nanoTime();
            if (count < 0) {
                throw new EOFException("after " + arrived + " events");
            }
            for (int i = 0; i < count; i++) {
                if (before == '\n' && buffer[i] == '\n' && arrived < nanos.length - 1) {
                    arrived++;
                    nanos[arrived] = now;
                }
                before = buffer[i];
            }
        }
    }

    /** From the request to the first event. */
    double firstMillis() {
        return (nanos[1] - nanos[0]) / NANOS_PER_MILLI;
    }

    /** From each event to the next. */
    List<Double> gapsMillis() {
        List<Double> gaps = new ArrayList<>();
        for (int i = 2; i < nanos.length; i++) {
            gaps.add((nanos[i] - nanos[i - 1]) / NANOS_PER_MILLI);
        }
        return gaps;
    }
}
