package io.sseagent.testapps.jaxrs;

import java.net.InetAddress;
import javax.servlet.Servlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/**
 * {@code Application <servlet class> [port]}: embedded Jetty with a JAX-RS implementation's servlet at {@code /app/rest}, on the loopback
 * address; port 0, the default, takes a free one. Prints {@code PORT=n} when it answers.
 */
public final class Application {
    private Application() {}

    /** Runs until the JVM is stopped. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(arguments.length < 2 ? 0 : Integer.parseInt(arguments[1]));
        server.addConnector(connector);
        ServletHolder holder = new ServletHolder(Class.forName(arguments[0]).asSubclass(Servlet.class));
        holder.setInitParameter("javax.ws.rs.Application", Resources.class.getName());
        holder.setInitParameter("resteasy.servlet.mapping.prefix", "/rest");
        holder.setAsyncSupported(true);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/app");
        context.addServlet(holder, "/rest/*");
        server.setHandler(context);
        server.start();
        System.out.println("PORT=" + connector.getLocalPort());
    }
}
