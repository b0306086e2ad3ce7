package io.helidon.http;

/** See this module's description. */
public interface Headers {
    /** Whether there is one. */
    boolean contains(HeaderName name);

    /** Throws if there is none. */
    Header get(HeaderName name);
}
