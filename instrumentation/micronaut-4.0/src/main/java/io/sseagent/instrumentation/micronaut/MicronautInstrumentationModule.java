package io.sseagent.instrumentation.micronaut;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collections;
import java.util.List;

/** Micronaut since 4.0: names the template of a request; the streams are those of the Netty taps. */
public final class MicronautInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "micronaut";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Collections.<TypeInstrumentation>singletonList(new RouteExecutorInstrumentation());
    }
}
