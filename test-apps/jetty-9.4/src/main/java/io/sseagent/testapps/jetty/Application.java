package io.sseagent.testapps.jetty;

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
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.servlet.ListenerHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * {@code Application file.war [port]} on the loopback address; port 0, the default, takes a free one. Prints {@code PORT=n} when it
 * answers at {@code /app}. {@code -Dapp.idle=ms} sets the idle time-out, {@code -Dapp.gzip=true} compresses event streams, too.
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
        connector.setPort(arguments.length == 1 ? 0 : Integer.parseInt(arguments[1]));
        server.addConnector(connector);
        Handler context = context(arguments[0]);
        server.setHandler(Boolean.getBoolean("app.gzip") ? compressed(context) : context);
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
    private static ServletContextHandler context(String war) throws Exception {
        URI file = new File(war).toURI();
        ClassLoader classes = new URLClassLoader(
                new URL[] {URI.create("jar:" + file + "!/WEB-INF/classes/").toURL()},
                Application.class.getClassLoader());
        ListenerHolder listener = new ListenerHolder();
        listener.setHeldClass(
                classes.loadClass("io.sseagent.testapps.war.Application").asSubclass(EventListener.class));
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/app");
        context.setClassLoader(classes);
        context.getServletHandler().addListener(listener);
        return context;
    }

    /** Each flush reaches the client, whatever the type. */
    private static GzipHandler compressed(Handler context) {
        GzipHandler gzip = new GzipHandler();
        gzip.setMinGzipSize(1);
        gzip.setSyncFlush(true);
        gzip.setExcludedMimeTypes();
        gzip.setHandler(context);
        return gzip;
    }
}
