package io.sseagent.instrumentation.resteasy;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** RESTEasy 3.6 to 7 over any servlet container, javax and jakarta: names the template of a request; the streams are those of the server's tap. */
public final class RestEasyInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "resteasy";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new DispatcherInstrumentation(),
                new ResourceLocatorInvokerInstrumentation(),
                new ResourceMethodInvokerInstrumentation(),
                new AsynchronousResponseInstrumentation(),
                new ServerResponseWriterInstrumentation(),
                new EventOutputInstrumentation(),
                new OutputStreamInstrumentation());
    }
}
