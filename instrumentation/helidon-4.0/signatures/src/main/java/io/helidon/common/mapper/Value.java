package io.helidon.common.mapper;

/** See this module's description. */
public interface Value<T> {
    /** The value. */
    T get();
}
