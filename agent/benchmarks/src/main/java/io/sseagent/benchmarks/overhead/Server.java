package io.sseagent.benchmarks.overhead;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A running application under one variant. */
final class Server implements AutoCloseable {
    private static final String LISTENING = "listening ";
    private static final byte[] REQUEST =
            "GET /plain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Variant variant;
    private final ForkedJvm jvm;
    private final int port;
    private final long startNanos;

    private Server(Variant variant, ForkedJvm jvm, int port, long startNanos) {
        this.variant = variant;
        this.jvm = jvm;
        this.port = port;
        this.startNanos = startNanos;
    }

    /** Returns when the first request, an ordinary one, has been answered. */
    static Server start(Workplace workplace, Application application, Variant variant) throws IOException {
        long begin = System.nanoTime();
        ForkedJvm jvm = workplace.fork(application, variant);
        try {
            String line = jvm.answer();
            if (!line.startsWith(LISTENING)) {
                throw new IOException("unexpected: " + line);
            }
            int port = Integer.parseInt(line.substring(LISTENING.length()));
            firstRequest(port);
            return new Server(variant, jvm, port, System.nanoTime() - begin);
        } catch (IOException e) {
            jvm.close();
            throw e;
        }
    }

    private static void firstRequest(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(REQUEST);
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            if (!answer.startsWith("HTTP/1.1 200")) {
                throw new IOException("first answer: " + answer);
            }
        }
    }

    String name() {
        return variant.name();
    }

    int port() {
        return port;
    }

    /** From the fork to the end of the first answer. */
    long startNanos() {
        return startNanos;
    }

    ProcessSample sample() throws IOException {
        return ProcessSample.parse(jvm.ask("stats"));
    }

    /** After some collections. */
    ProcessSample settled() throws IOException {
        return ProcessSample.parse(jvm.ask("gc"));
    }

    /** Sends events to the streams that are held open, in turn; returns when all are written. */
    void broadcast(int events) throws IOException {
        jvm.ask("broadcast " + events);
    }

    @Override
    public void close() throws IOException {
        jvm.close();
    }
}
