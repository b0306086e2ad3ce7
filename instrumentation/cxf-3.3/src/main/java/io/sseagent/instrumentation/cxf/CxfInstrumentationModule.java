package io.sseagent.instrumentation.cxf;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** JAX-RS of CXF 3.3 to 4.1, javax and jakarta: names the template of a request; the streams are those of the server's tap. */
public final class CxfInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "cxf";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new MessageBodyInstrumentation(),
                new EventSinkProviderInstrumentation(),
                new EventSinkInstrumentation());
    }
}
