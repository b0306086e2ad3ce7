package io.sseagent.instrumentation.spring.webflux;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collections;
import java.util.List;

/** Spring WebFlux 5.1 to 7.0 on Reactor Netty: names the template of a request; the streams are those of the Netty tap. */
public final class SpringWebFluxInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "spring-webflux";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Collections.<TypeInstrumentation>singletonList(new DispatcherHandlerInstrumentation());
    }
}
