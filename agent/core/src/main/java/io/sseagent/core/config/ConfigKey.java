package io.sseagent.core.config;

import java.util.Locale;

/** One row of the table of keys: its names, what it accepts, its default, and what a wrong value leads to. */
final class ConfigKey<T> {
    static final String SYSTEM_PROPERTY_PREFIX = "sse.agent.";
    static final String ENVIRONMENT_PREFIX = "SSE_AGENT_";
    private static final int MAX_VALUE_LENGTH = 4096;

    private final String name;
    private final ValueType<T> type;
    private final String defaultText;
    private final String meaning;
    private final String switchKey;
    private final String switchedOff;

    private ConfigKey(
            String name, ValueType<T> type, String defaultText, String meaning, String switchKey, String switchedOff) {
        this.name = name;
        this.type = type;
        this.defaultText = defaultText;
        this.meaning = meaning;
        this.switchKey = switchKey;
        this.switchedOff = switchedOff;
    }

    /** A key whose wrong value is replaced by the default. */
    static <T> ConfigKey<T> of(String name, ValueType<T> type, String defaultText, String meaning) {
        return new ConfigKey<>(name, type, defaultText, meaning, null, null);
    }

    /**
     * A switch that is on by default. A wrong value means off, because nobody writes such a key but to switch something
     * off.
     */
    static ConfigKey<Boolean> onOff(String name, String subject, String meaning) {
        return new ConfigKey<>(name, new BooleanType(), "true", meaning, name, subject);
    }

    /** The same key, but a wrong value switches the feature off instead of running it with a value nobody asked for. */
    ConfigKey<T> orSwitchOff(ConfigKey<Boolean> feature) {
        return new ConfigKey<>(name, type, defaultText, meaning, feature.name, feature.switchedOff);
    }

    String name() {
        return name;
    }

    String systemProperty() {
        return SYSTEM_PROPERTY_PREFIX + name;
    }

    String environmentVariable() {
        return environmentVariable(name);
    }

    String defaultText() {
        return defaultText;
    }

    String accepted() {
        return type.accepted();
    }

    /** Whether the value is nobody's business. */
    boolean isSecret() {
        return type instanceof SecretType;
    }

    String meaning() {
        return meaning;
    }

    /** The key that a wrong value of this one sets to false; null when the default is used instead. */
    String switchKey() {
        return switchKey;
    }

    /** What a wrong value leads to, in words. */
    String consequence() {
        if (switchKey != null) {
            return switchedOff + " is switched off";
        }
        return defaultText.isEmpty() ? "it is ignored" : "the default " + defaultText + " is used";
    }

    /** The value, or null when the text is not accepted. */
    T parse(String text) {
        return text.isEmpty() || text.length() > MAX_VALUE_LENGTH ? null : type.parse(text);
    }

    static String environmentVariable(String keyName) {
        return ENVIRONMENT_PREFIX + keyName.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
