package io.sseagent.testapps.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Serves on the port given, or a free one, on the loopback, and on another one where silent connections are closed; prints {@code
 * IMPATIENT=} and {@code PORT=} when it answers. HTTP/1 and h2c. Ends with the JVM.
 */
public final class Application {
    private static final int IDLE_MILLIS = 2000;

    private Application() {}

    /** The first argument is the port. */
    public static void main(String[] arguments) {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        Vertx vertx = Vertx.vertx();
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1");
        HttpServer server = start(vertx, new HttpServerOptions(options).setPort(port));
        HttpServer impatient = start(
                vertx,
                new HttpServerOptions(options)
                        .setPort(0)
                        .setIdleTimeout(IDLE_MILLIS)
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        vertx.setPeriodic(10, timer -> {
            if (server.actualPort() > 0 && impatient.actualPort() > 0) {
                vertx.cancelTimer(timer);
                System.out.println("IMPATIENT=" + impatient.actualPort());
                System.out.println("PORT=" + server.actualPort());
                System.out.flush();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, server.actualPort())));
            }
        });
    }

    /** Returns when nobody listens any more, or after a while. */
    private static void stop(Vertx vertx, int port) {
        vertx.close();
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (System.nanoTime() < deadlineNanos) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            } catch (IOException refused) {
                return;
            }
        }
    }

    private static HttpServer start(Vertx vertx, HttpServerOptions options) {
        HttpServer server = vertx.createHttpServer(options);
        Router router = Routes.of(vertx);
        router.get("/stop").handler(context -> {
            context.response().end("stopping\n");
            vertx.setTimer(10, timer -> server.close());
        });
        server.requestHandler(router).listen();
        return server;
    }
}
