package io.sseagent.instrumentation.javalin;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** Javalin 3 to 7, on its own Jetty or as a servlet elsewhere: names the template of a request; the streams are those of the server's tap. */
public final class JavalinInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "javalin";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new ContextUtilInstrumentation(),
                new JavalinServletInstrumentation("io.javalin.http.JavalinServlet"),
                new JavalinServletContextInstrumentation(),
                new JavalinServletInstrumentation("io.javalin.http.servlet.JavalinServlet"));
    }
}
