package io.sseagent.core.config;

/** A limit that can be switched off, which makes it one that is never reached. */
final class LimitType<T> implements ValueType<T> {
    private final ValueType<T> limit;
    private final T never;

    LimitType(ValueType<T> limit, T never) {
        this.limit = limit;
        this.never = never;
    }

    @Override
    public T parse(String text) {
        return text.equalsIgnoreCase("off") ? never : limit.parse(text);
    }

    @Override
    public String accepted() {
        return limit.accepted() + ", or off";
    }
}
