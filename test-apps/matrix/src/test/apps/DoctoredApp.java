package org.eclipse.jetty.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Loads a class that is called like one of Jetty's and has none of its methods, and streams an event at every path. */
public final class DoctoredApp {
    private DoctoredApp() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(new HttpOutput().sent());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write("data: here\n\n".getBytes());
            }
        });
        server.start();
        System.out.println("PORT=" + server.getAddress().getPort());
    }
}

/** What a later version might be like. */
final class HttpOutput {
    String sent() {
        return "another HttpOutput";
    }
}
