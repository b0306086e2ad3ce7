package io.sseagent.testapps.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** {@code POST ?every=N&type=text/event-stream}: the bytes of the request's body, flushed after each N of them. */
final class RawHandler implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] bytes = read(exchange.getRequestBody());
        Query query = new Query(exchange);
        int every = query.number("every", Math.max(1, bytes.length));
        exchange.getResponseHeaders().set("Content-Type", query.text("type", "text/event-stream"));
        exchange.sendResponseHeaders(200, 0);
        OutputStream output = exchange.getResponseBody();
        for (int from = 0; from < bytes.length; from += every) {
            output.write(bytes, from, Math.min(every, bytes.length - from));
            output.flush();
        }
        exchange.close();
    }

    private static byte[] read(InputStream input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            bytes.write(buffer, 0, read);
        }
        return bytes.toByteArray();
    }
}
