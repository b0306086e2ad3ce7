package io.helidon.http;

/** See this module's description. */
public final class Method {
    private Method() {}

    /** As on the wire. */
    public String text() {
        return null;
    }
}
