package io.sseagent.instrumentation.undertow;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.ArrayList;
import java.util.List;

/** Undertow 1.4 and 2: handlers of its own, its event handler, senders and servlets, over HTTP/1 and HTTP/2. */
public final class UndertowInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "undertow";
    }

    @Override
    public boolean isServletContainer() {
        return true;
    }

    @Override
    public List<TypeInstrumentation> types() {
        List<TypeInstrumentation> types = new ArrayList<>(TimeoutInstrumentation.all());
        types.addAll(Http2StreamInstrumentation.all());
        types.add(new ExchangeInstrumentation());
        types.add(new ResponseChannelInstrumentation());
        types.add(new AsyncContextInstrumentation());
        types.add(new ExceptionHandlerInstrumentation());
        types.add(new ServerInstrumentation());
        return types;
    }
}
