package io.sseagent.testapps.jetty.core;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.EventListener;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * {@code Application [file.war]} on the loopback address and a free port. Prints {@code PORT=n} when it answers: at {@code /app} with the
 * classes of a WAR in {@code -Dapp.environment}, ee10 or ee11, else core handlers at the root. {@code -Dapp.idle=ms} sets the idle time-out.
 */
public final class Application {
    private static final String DEFAULT_IDLE_MILLIS = "30000";
    private static final long STOP_MILLIS = 1000;

    private Application() {}

    /** Runs until the JVM is stopped, and stops the server then; or when somebody connects to the port behind {@code STOP=}, and the JVM stays. */
    public static void main(String[] arguments) throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setStopTimeout(STOP_MILLIS);
        Server server = new Server(threads);
        server.setStopTimeout(STOP_MILLIS);
        ServerConnector connector = connector(server);
        server.addConnector(connector);
        server.setHandler(arguments.length == 0 ? new Routes() : context(arguments[0]));
        server.setStopAtShutdown(true);
        server.start();
        try (ServerSocket operator = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.out.println("STOP=" + operator.getLocalPort());
            System.out.println("PORT=" + connector.getLocalPort());
            operator.accept().close();
        }
        try {
            server.stop();
        } finally {
            // it complains of threads that would not end in time
            Thread.currentThread().join();
        }
    }

    private static ServerConnector connector(Server server) {
        HttpConfiguration http = new HttpConfiguration();
        ServerConnector connector =
                new ServerConnector(server, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setIdleTimeout(Long.parseLong(System.getProperty("app.idle", DEFAULT_IDLE_MILLIS)));
        return connector;
    }

    /** The WAR's listener adds its servlets; it is not deployed as a WAR, which would need a dozen jars more. */
    private static Handler context(String war) throws Exception {
        URI file = new File(war).toURI();
        ClassLoader classes = new URLClassLoader(
                new URL[] {URI.create("jar:" + file + "!/WEB-INF/classes/").toURL()},
                Application.class.getClassLoader());
        Class<? extends EventListener> listener =
                classes.loadClass("io.sseagent.testapps.war.Application").asSubclass(EventListener.class);
        return System.getProperty("app.environment", "ee10").equals("ee11")
                ? Ee11.context(listener, classes)
                : Ee10.context(listener, classes);
    }
}
