package io.javalin.router;

import io.javalin.http.HandlerType;

/** See this module's description: 7. */
public final class Endpoint {
    /** Of whom it asks. */
    public final HandlerType method;
    /** The template. */
    public final String path;

    private Endpoint() {
        method = null;
        path = null;
    }
}
