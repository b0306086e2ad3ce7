package io.javalin.http;

/** See this module's description: up to 4. */
public final class HandlerEntry {
    private HandlerEntry() {}

    /** Of whom it asks. */
    public HandlerType getType() {
        return null;
    }

    /** The template. */
    public String getPath() {
        return null;
    }
}
