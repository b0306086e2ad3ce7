package io.javalin.http;

/** See this module's description. */
public final class HandlerType {
    private HandlerType() {}

    /** Others are filters. */
    public boolean isHttpMethod() {
        return false;
    }
}
