package io.sseagent.instrumentation.jdkhttpserver;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** {@code com.sun.net.httpserver}, plain and TLS, as found in JDK 8 to 25. It keeps no slot and no start time per exchange. */
public final class JdkHttpServerInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "jdk-httpserver";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new HttpExchangeInstrumentation("sun.net.httpserver.HttpExchangeImpl"),
                new HttpExchangeInstrumentation("sun.net.httpserver.HttpsExchangeImpl"),
                new ChunkedOutputStreamInstrumentation(),
                new ResponseStreamInstrumentation("sun.net.httpserver.ChunkedOutputStream"),
                new ResponseStreamInstrumentation("sun.net.httpserver.FixedLengthOutputStream"),
                new ResponseStreamInstrumentation("sun.net.httpserver.UndefLengthOutputStream"),
                new FilterChainInstrumentation(),
                new ServerInstrumentation());
    }
}
