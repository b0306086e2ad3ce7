package io.sseagent.instrumentation.ktor;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collections;
import java.util.List;

/** Ktor since 3.0 on its Netty engine: names the route of a request; the streams are those of the Netty taps. */
public final class KtorInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "ktor";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Collections.<TypeInstrumentation>singletonList(new RoutingRootInstrumentation());
    }
}
