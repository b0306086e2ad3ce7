package io.sseagent.instrumentation.vertx.web;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collections;
import java.util.List;

/** Vert.x-Web since 5.1, of which an advice for 5.0 cannot read the number of a stream; the same tap for users. */
public final class VertxWeb51InstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "vertx-web";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Collections.<TypeInstrumentation>singletonList(new RouteState51Instrumentation());
    }
}
