package io.sseagent.testapps.demo;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/**
 * {@code DemoServer [port]}: an ordinary embedded Tomcat with two standing feeds and a chat. Port 0, the default, takes a free
 * one. Prints {@code PORT=n} when it answers.
 */
public final class DemoServer {
    private static final int FEED_THREADS = 8;

    private DemoServer() {}

    /** Runs until the JVM is stopped. */
    public static void main(String[] arguments) throws IOException, LifecycleException {
        ScheduledExecutorService ticker = Executors.newScheduledThreadPool(FEED_THREADS);
        Market market = new Market();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("demo-server").toString());
        tomcat.setPort(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
        Context context = tomcat.addContext("", null);
        route(context, "/feed/prices", new PricesServlet(market, ticker));
        route(context, "/feed/alerts", new AlertsServlet(ticker));
        route(context, "/chat/*", new ChatServlet());
        tomcat.getConnector();
        tomcat.start();
        System.out.println("PORT=" + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    private static void route(Context context, String path, Servlet servlet) {
        Wrapper wrapper = Tomcat.addServlet(context, path, servlet);
        wrapper.setAsyncSupported(true);
        wrapper.addMapping(path);
    }
}
