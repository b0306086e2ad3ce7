package io.sseagent.testapps.jetty.core;

import java.io.File;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.EventListener;
import org.eclipse.jetty.ee10.servlet.ListenerHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * {@code Application [file.war]} on the loopback address and a free port. Prints {@code PORT=n} when it answers: at {@code /app} with the
 * classes of a WAR, else core handlers at the root. {@code -Dapp.idle=ms} sets the idle time-out.
 */
public final class Application {
    private static final String DEFAULT_IDLE_MILLIS = "30000";

    private Application() {}

    /** Runs until the JVM is stopped, and stops the server then. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = connector(server);
        server.addConnector(connector);
        server.setHandler(arguments.length == 0 ? new Routes() : context(arguments[0]));
        server.setStopAtShutdown(true);
        server.start();
        System.out.println("PORT=" + connector.getLocalPort());
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
        ListenerHolder listener = new ListenerHolder();
        listener.setHeldClass(
                classes.loadClass("io.sseagent.testapps.war.Application").asSubclass(EventListener.class));
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/app");
        context.setClassLoader(classes);
        context.getServletHandler().addListener(listener);
        return context;
    }
}
