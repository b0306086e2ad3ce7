package io.sseagent.testapps.jaxrs;

import java.util.Set;
import javax.ws.rs.core.Application;

/** What there is to ask for. */
public final class Resources extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Plain.class, Orders.class);
    }
}
