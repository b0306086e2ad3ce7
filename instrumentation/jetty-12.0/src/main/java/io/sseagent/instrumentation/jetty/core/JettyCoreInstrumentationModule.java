package io.sseagent.instrumentation.jetty.core;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/**
 * Jetty 12.0 and 12.1: core handlers and whatever Servlet environment stands on them, HTTP/1.1 and HTTP/2. Bytes are read at one level,
 * the core's, so that none is counted twice; an environment adds a route and evidence. Connectors are those of {@code jetty-9.4}.
 */
public final class JettyCoreInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "jetty-core";
    }

    @Override
    public boolean isServletContainer() {
        return true;
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new ChannelResponseInstrumentation(),
                new ChannelCallbackInstrumentation(),
                new HttpChannelStateInstrumentation(),
                // renamed after 12.0.0
                new ServletChannelStateInstrumentation("org.eclipse.jetty.ee10.servlet.ServletRequestState"),
                new ServletChannelStateInstrumentation("org.eclipse.jetty.ee10.servlet.ServletChannelState"),
                new ServletChannelStateInstrumentation("org.eclipse.jetty.ee11.servlet.ServletChannelState"),
                new ServletChannelStateInstrumentation("org.eclipse.jetty.ee9.nested.HttpChannelState"),
                new ServletChannelStateInstrumentation("org.eclipse.jetty.ee8.nested.HttpChannelState"));
    }
}
