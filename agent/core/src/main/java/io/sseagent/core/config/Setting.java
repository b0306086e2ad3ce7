package io.sseagent.core.config;

/** One key with the value in force, as text, and where it came from. */
public final class Setting {
    private final String key;
    private final String value;
    private final Origin origin;
    private final String originText;

    Setting(String key, String value, Origin origin, String originText) {
        this.key = key;
        this.value = value;
        this.origin = origin;
        this.originText = originText;
    }

    static Setting ofDefault(ConfigKey<?> key) {
        return new Setting(key.name(), key.defaultText(), Origin.DEFAULT, "default");
    }

    /** The key without prefix, such as {@code routes.max}. */
    public String key() {
        return key;
    }

    /** The value as it was written, never null; empty only for keys without a default. */
    public String value() {
        return value;
    }

    /** The value as it may be logged: masked if it is a secret. */
    public String shownValue() {
        return KeyNames.shown(key, value);
    }

    /** The kind of source. */
    public Origin origin() {
        return origin;
    }

    /** The source in words, such as {@code environment SSE_AGENT_PORT}. */
    public String originText() {
        return originText;
    }

    @Override
    public String toString() {
        return key + "=" + shownValue() + " (" + originText + ")";
    }
}
