package io.sseagent.instrumentation.openliberty;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** Open Liberty's own HTTP transport, below its servlet containers of all versions. It keeps no slot for us. */
public final class OpenLibertyInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "openliberty";
    }

    @Override
    public boolean isServletContainer() {
        return true;
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new ServiceContextInstrumentation(),
                new InboundServiceContextInstrumentation(),
                new InboundChannelInstrumentation(),
                new WebAppInstrumentation(),
                new ListenerHelperInstrumentation(),
                new ServletResponseInstrumentation());
    }
}
