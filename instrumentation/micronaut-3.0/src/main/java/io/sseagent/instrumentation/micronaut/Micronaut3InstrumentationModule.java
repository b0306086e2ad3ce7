package io.sseagent.instrumentation.micronaut;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collections;
import java.util.List;

/** Micronaut 3, whose router is a handler of the pipeline; the same tap for users as the one for 4. */
public final class Micronaut3InstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "micronaut";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Collections.<TypeInstrumentation>singletonList(new RoutingInBoundHandlerInstrumentation());
    }
}
