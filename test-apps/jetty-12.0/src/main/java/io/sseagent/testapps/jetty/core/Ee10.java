package io.sseagent.testapps.jetty.core;

import java.util.EventListener;
import org.eclipse.jetty.ee10.servlet.ListenerHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;

/** Servlet 6.0. */
final class Ee10 {
    private Ee10() {}

    static Handler context(Class<? extends EventListener> listenerClass, ClassLoader classes) {
        ListenerHolder listener = new ListenerHolder();
        listener.setHeldClass(listenerClass);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/app");
        context.setClassLoader(classes);
        context.getServletHandler().addListener(listener);
        return context;
    }
}
