package io.sseagent.testapps.jetty.core;

import java.util.EventListener;
import org.eclipse.jetty.ee11.servlet.ListenerHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;

/** The same as {@link Ee10} for Servlet 6.1, in a package of its own. */
final class Ee11 {
    private Ee11() {}

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
