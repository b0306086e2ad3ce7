package io.sseagent.instrumentation.helidon;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** Helidon 4, HTTP/1.1 and HTTP/2. Requests are new each time: they are the keys of their streams, whose routes they know from 4.3 on. */
public final class HelidonInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "helidon";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new OutputStreamInstrumentation(),
                new Http2OutputStreamInstrumentation(),
                new ServerResponseInstrumentation("io.helidon.webserver.http1.Http1ServerResponse"),
                new ServerResponseInstrumentation("io.helidon.webserver.http2.Http2ServerResponse"),
                new FiltersInstrumentation(),
                new Http2ServerStreamInstrumentation(),
                new ServerListenerInstrumentation());
    }
}
