package io.sseagent.testapps.war;

import javax.servlet.Servlet;
import javax.servlet.ServletContext;
import javax.servlet.ServletContextEvent;
import javax.servlet.ServletContextListener;
import javax.servlet.ServletRegistration;
import javax.servlet.annotation.WebListener;

/** The table of routes, and the application's own threads, which end with it. */
@WebListener
public final class Application implements ServletContextListener {
    private final StreamThreads threads = new StreamThreads();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        route(context, "/blocking", new BlockingServlet());
        route(context, "/zipped", new ZippedServlet());
        route(context, "/async", new AsyncServlet(threads));
        route(context, "/timeout", new TimeoutServlet());
        route(context, "/fail", new FailServlet(threads));
        FailureServlet failures = new FailureServlet();
        route(context, "/forever", new ForeverServlet(threads, failures));
        route(context, "/failure", failures);
        route(context, "/silent", new SilentServlet());
        route(context, "/plain", new PlainServlet());
        route(context, "/json", new NegotiatedServlet());
        route(context, "/orders/*", new OrderEventsServlet());
        route(context, "/answer", new AnswerServlet());
        route(context, "/truncated", new TruncatedServlet());
        route(context, "/heartbeat", new HeartbeatServlet());
        route(context, "/typed", new TypedServlet());
        route(context, "/raw", new RawServlet());
        route(context, "/big", new BigServlet());
        route(context, "/late-charset", new LateCharsetServlet());
        if (hasNonBlockingWrites()) {
            // by name: the class links to Servlet 3.1, and the application has to deploy on 3.0 without it
            map(context.addServlet("/nonblocking", "io.sseagent.testapps.war.NonBlockingServlet"), "/nonblocking");
            map(context.addServlet("/broadcast", "io.sseagent.testapps.war.BroadcastServlet"), "/broadcast");
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        threads.stop();
    }

    private static void route(ServletContext context, String path, Servlet servlet) {
        map(context.addServlet(path, servlet), path);
    }

    private static void map(ServletRegistration.Dynamic registration, String path) {
        registration.setAsyncSupported(true);
        registration.addMapping(path);
    }

    private static boolean hasNonBlockingWrites() {
        try {
            Class.forName("javax.servlet.WriteListener", false, Application.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException servlet30) {
            return false;
        }
    }
}
