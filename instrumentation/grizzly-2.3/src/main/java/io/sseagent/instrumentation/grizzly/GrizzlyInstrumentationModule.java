package io.sseagent.instrumentation.grizzly;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** Grizzly 2.3 to 5.0, embedded, under Jersey, and in GlassFish and Payara. It keeps no slot and no start time per response. */
public final class GrizzlyInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "grizzly";
    }

    /** In GlassFish and Payara. */
    @Override
    public boolean isServletContainer() {
        return true;
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new OutputBufferInstrumentation(),
                new HttpServerFilterInstrumentation(),
                new SuspendedContextInstrumentation(),
                new SuspendTimeoutInstrumentation(),
                new NetworkListenerInstrumentation());
    }
}
