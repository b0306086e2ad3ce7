package io.javalin.http.servlet;

import io.javalin.http.HandlerType;

/** See this module's description: 5 and 6. */
public final class JavalinServletContext {
    private JavalinServletContext() {}

    /** Of the handler that runs. */
    public HandlerType handlerType() {
        return null;
    }

    /** Its template. */
    public String matchedPath() {
        return null;
    }
}
