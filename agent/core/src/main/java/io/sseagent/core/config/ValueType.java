package io.sseagent.core.config;

/** What a key accepts: the one place that both the parser and the messages about wrong values come from. */
interface ValueType<T> {
    /** The value, or null when the text (never null, trimmed, not empty) is not accepted. */
    T parse(String text);

    /** What is accepted, as it reads after "expected". */
    String accepted();
}
