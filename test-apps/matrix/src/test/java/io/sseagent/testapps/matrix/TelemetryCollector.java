package io.sseagent.testapps.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.awaitility.Awaitility;

/**
 * What other agents take for their back end: it keeps everything and understands nothing. Names and addresses are plain text in
 * all of their formats.
 */
final class TelemetryCollector implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    /** By what the agents of Datadog and of Elastic find out who is there. */
    private static final Map<String, String> INTRODUCTIONS = Map.of(
            "/info", "{\"version\":\"7.60.0\",\"endpoints\":[\"/v0.4/traces\"]}", "/", "{\"version\":\"8.15.0\"}");

    private final Deque<String> received = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    TelemetryCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::keep);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void keep(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = decoded(exchange)) {
            String path = exchange.getRequestURI().getPath();
            received.add(path + "\n" + new String(body.readAllBytes(), ISO_8859_1));
            // an empty message in Protocol Buffers, an empty object in JSON
            String empty = path.startsWith("/v1/") ? "" : "{}";
            byte[] answer = INTRODUCTIONS.getOrDefault(path, empty).getBytes(ISO_8859_1);
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static InputStream decoded(HttpExchange exchange) throws IOException {
        String encoding = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return switch (encoding) {
            case "gzip" -> new GZIPInputStream(exchange.getRequestBody());
            case "deflate" -> new InflaterInputStream(exchange.getRequestBody());
            default -> exchange.getRequestBody();
        };
    }

    /** Waits for a request to this path with this text in its body. */
    void await(String path, String text) {
        Awaitility.await(text + " at " + path)
                .atMost(DEADLINE)
                .until(() -> received.stream()
                        .anyMatch(request -> request.startsWith(path + "\n") && request.contains(text)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
