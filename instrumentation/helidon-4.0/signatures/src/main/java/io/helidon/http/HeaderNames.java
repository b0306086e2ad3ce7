package io.helidon.http;

/** See this module's description. */
public final class HeaderNames {
    /** Accept. */
    public static final HeaderName ACCEPT = create("Accept");
    /** Content-Encoding. */
    public static final HeaderName CONTENT_ENCODING = create("Content-Encoding");
    /** Content-Type. */
    public static final HeaderName CONTENT_TYPE = create("Content-Type");

    private HeaderNames() {}

    /** Any other. */
    public static HeaderName create(String name) {
        return null;
    }
}
