package io.helidon.common.uri;

/** See this module's description. */
public interface UriPath {
    /** As on the wire. */
    String rawPath();
}
