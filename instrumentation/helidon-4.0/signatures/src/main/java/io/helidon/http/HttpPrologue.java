package io.helidon.http;

import io.helidon.common.uri.UriPath;

/** See this module's description. */
public class HttpPrologue {
    HttpPrologue() {}

    /** With its version. */
    public String rawProtocol() {
        return null;
    }

    /** GET and so on. */
    public Method method() {
        return null;
    }

    /** Without the query. */
    public UriPath uriPath() {
        return null;
    }
}
