package io.sseagent.testapps.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;

/**
 * {@code Container <listener> [port]}: deploys the application whose {@code ServletContextListener} has that name, on the loopback;
 * port 0, the default, takes a free one. Prints {@code PORT=n} when it answers.
 */
public final class Container {
    private Container() {}

    /** Runs until the JVM is stopped. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        int port = arguments.length < 2 ? 0 : Integer.parseInt(arguments[1]);
        Routes routes = new Routes();
        ServletContextListener application = Class.forName(arguments[0])
                .asSubclass(ServletContextListener.class)
                .getConstructor()
                .newInstance();
        application.contextInitialized(new ServletContextEvent(routes.context()));
        ExecutorService executor = Executors.newCachedThreadPool();
        try (ServerSocket listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            System.out.println("PORT=" + listening.getLocalPort());
            System.out.flush();
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                executor.execute(new Exchange(client, routes, executor));
            }
        }
    }
}
