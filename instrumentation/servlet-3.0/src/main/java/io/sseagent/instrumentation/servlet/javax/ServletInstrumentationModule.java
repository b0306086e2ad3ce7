package io.sseagent.instrumentation.servlet.javax;

import io.sseagent.bootstrap.ServletClassListener;
import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Collections;
import java.util.List;

/**
 * Servlet containers that no other module knows: WebLogic, WebSphere, Resin, mocks. It begins with the one class that all of them
 * call by its name; the container's own are met there, and those that they hand out.
 */
public final class ServletInstrumentationModule extends InstrumentationModule {

    @Override
    public String name() {
        return "servlet-javax";
    }

    @Override
    public boolean isFallback() {
        return true;
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Collections.<TypeInstrumentation>singletonList(new HttpServletInstrumentation());
    }

    @Override
    public TypeInstrumentation metType(String typeName, int role) {
        switch (role) {
            case ServletClassListener.RESPONSE:
                return new ResponseInstrumentation(typeName);
            case ServletClassListener.OUTPUT:
                return new OutputInstrumentation(typeName);
            case ServletClassListener.WRITER:
                return new WriterInstrumentation(typeName);
            default:
                return new AsyncContextInstrumentation(typeName);
        }
    }
}
