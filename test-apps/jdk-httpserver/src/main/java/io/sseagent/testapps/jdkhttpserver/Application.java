package io.sseagent.testapps.jdkhttpserver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code Application [port]} on the loopback address; port 0, the default, takes a free one. Prints {@code PORT=n} when it
 * answers. {@code -Dapp.host=} names another address; {@code -Dapp.virtual=true} runs the handlers on virtual threads (Java 21 and later).
 */
public final class Application {
    private Application() {}

    /** Runs until the JVM is stopped, and stops the server then. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        ExecutorService executor = executor();
        String host =
                System.getProperty("app.host", InetAddress.getLoopbackAddress().getHostAddress());
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.setExecutor(executor);
        Routes.addTo(server, executor);
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
        System.out.println("PORT=" + server.getAddress().getPort());
    }

    private static ExecutorService executor() throws ReflectiveOperationException {
        if (Boolean.getBoolean("app.virtual")) {
            // compiled for Java 8, which has no such method
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        }
        return Executors.newCachedThreadPool();
    }
}
