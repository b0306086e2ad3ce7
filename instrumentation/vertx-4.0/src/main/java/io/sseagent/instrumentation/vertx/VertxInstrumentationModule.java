package io.sseagent.instrumentation.vertx;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collections;
import java.util.List;

/** Vert.x 4.0 to 4.5: tells that a server stops; the streams are those of the Netty taps. */
public final class VertxInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "vertx";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Collections.<TypeInstrumentation>singletonList(new ServerChannelsInstrumentation());
    }
}
