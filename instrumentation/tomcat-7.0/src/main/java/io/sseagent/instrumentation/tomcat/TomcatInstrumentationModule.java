package io.sseagent.instrumentation.tomcat;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** Tomcat 7.0 to 11.0, embedded or standalone, and what embeds it. HTTP/1.1, HTTP/2 and AJP share the hooks. */
public final class TomcatInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "tomcat";
    }

    @Override
    public boolean isServletContainer() {
        return true;
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new CoyoteResponseInstrumentation(),
                new CatalinaResponseInstrumentation(),
                new CoyoteAdapterInstrumentation(),
                new Http2StreamInstrumentation(),
                new StandardWrapperValveInstrumentation(),
                new AbstractProtocolInstrumentation());
    }
}
