package io.sseagent.testapps.grizzly;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Serves on the port given, or a free one, on the loopback; prints {@code PORT=} when it answers. Stops with the JVM, or when somebody
 * connects to the port behind {@code STOP=}. {@code -Dapp.http2=true} adds HTTP/2.
 */
public final class Application {
    private Application() {}

    /** The first argument is the port. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        HttpServer server = new HttpServer();
        NetworkListener listener = new NetworkListener("events", "127.0.0.1", port);
        server.addListener(listener);
        if (Boolean.getBoolean("app.http2")) {
            Http2.addTo(listener);
        }
        Routes.addTo(server.getServerConfiguration());
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        try (ServerSocket operator = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.out.println("STOP=" + operator.getLocalPort());
            System.out.println("PORT=" + listener.getPort());
            operator.accept().close();
        }
        server.stop();
        Thread.currentThread().join();
    }
}
