package io.sseagent.instrumentation.jersey.javax;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** Jersey 2.26 to 2.47 over any server: names the template of a request; the streams are those of the server's tap. */
public final class JerseyInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "jersey-javax";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(new ResponderInstrumentation(), new ChunkedOutputInstrumentation());
    }
}
