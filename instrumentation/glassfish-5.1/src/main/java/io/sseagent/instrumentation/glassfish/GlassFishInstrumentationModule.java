package io.sseagent.instrumentation.glassfish;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** The servlet container of GlassFish and Payara, a relative of Tomcat's over Grizzly, which counts: for which servlets, and why they end. */
public final class GlassFishInstrumentationModule extends InstrumentationModule {
    /** Tomcat's classes have the same names. */
    static final String GRIZZLY = "org.glassfish.grizzly.http.server.Response";

    @Override
    public String name() {
        return "glassfish";
    }

    @Override
    public boolean isServletContainer() {
        return true;
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new WrapperValveInstrumentation(),
                new ServletRequestInstrumentation(),
                new AsyncContextInstrumentation(),
                new OutputBufferInstrumentation(),
                new GrizzlyListenerInstrumentation());
    }
}
