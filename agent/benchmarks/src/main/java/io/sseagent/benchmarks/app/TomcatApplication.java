package io.sseagent.benchmarks.app;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat with a finite stream, one that stays open, and an ordinary answer. */
public final class TomcatApplication {

    private TomcatApplication() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException, LifecycleException {
        HeldStreams held = new HeldStreams();
        Control control = Control.start(held);
        Path base = Files.createTempDirectory("benchmark-tomcat");
        base.toFile().deleteOnExit();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setConnector(connector());
        Context context = tomcat.addContext("", base.toString());
        add(context, "/events", new EventsServlet());
        add(context, "/hold", new HoldServlet(held));
        add(context, "/plain", new PlainServlet());
        tomcat.start();
        control.listening(tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    private static Connector connector() {
        Connector connector = new Connector("HTTP/1.1");
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", "32");
        // all of them live from the start: what a thread allocated is lost with it
        connector.setProperty("minSpareThreads", "32");
        connector.setProperty("maxConnections", "30000");
        connector.setProperty("acceptCount", "1000");
        connector.setProperty("maxKeepAliveRequests", "-1");
        return connector;
    }

    private static void add(Context context, String path, HttpServlet servlet) {
        Wrapper wrapper = Tomcat.addServlet(context, path, servlet);
        wrapper.setAsyncSupported(true);
        wrapper.addMapping(path);
    }
}
