package io.helidon.http;

/** See this module's description. */
public interface HeaderName {}
