package io.sseagent.instrumentation.jetty;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/**
 * Jetty 9.4.25 to 11.0, embedded or standalone, HTTP/1.1 and HTTP/2, servlets and handlers; and the connectors of every version
 * since. The funnel of Jetty 12 is another one, see {@code jetty-12.0}.
 */
public final class JettyInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "jetty";
    }

    @Override
    public boolean isServletContainer() {
        return true;
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new HttpOutputInstrumentation(),
                new HttpChannelInstrumentation(),
                new HttpChannelStateInstrumentation(),
                new ConnectorInstrumentation());
    }
}
