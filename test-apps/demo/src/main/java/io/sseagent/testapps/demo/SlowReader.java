package io.sseagent.testapps.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Reads a wide feed far more slowly than it is written: the server's and the kernel's buffers fill. */
final class SlowReader {
    private static final int RECEIVE_BUFFER_BYTES = 4096;
    private static final int READ_BYTES = 1024;
    private static final long PAUSE_MILLIS = 100;

    private final URI server;

    SlowReader(URI server) {
        this.server = server;
    }

    /** Reads until the server gives up on this client, and throws when it answered anything but an event stream. */
    void read() throws IOException, InterruptedException {
        try (Socket socket = new Socket()) {
            // before connect, or the kernel has already announced a wide window
            socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            String request = "GET /feed/prices?depth=400 HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream input = socket.getInputStream();
            byte[] buffer = new byte[READ_BYTES];
            int read = input.read(buffer);
            if (read <= 0 || !new String(buffer, 0, read, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200")) {
                throw new IOException("the slow reader got no stream");
            }
            while (read >= 0) {
                Thread.sleep(PAUSE_MILLIS);
                read = input.read(buffer);
            }
        }
    }
}
