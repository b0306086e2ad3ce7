package io.sseagent.instrumentation.quarkus.rest;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collections;
import java.util.List;

/** Quarkus REST: names the template of a request; the streams are those of the Netty taps, by way of Vert.x. */
public final class QuarkusRestInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "quarkus-rest";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Collections.<TypeInstrumentation>singletonList(new RequestContextInstrumentation());
    }
}
