package io.sseagent.instrumentation.vertx.web;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collections;
import java.util.List;

/** Vert.x-Web 3.9 to 5.0: names the template of a request; the streams are those of the Netty taps. */
public final class VertxWebInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "vertx-web";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Collections.<TypeInstrumentation>singletonList(new RouteStateInstrumentation());
    }
}
