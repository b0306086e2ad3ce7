package io.sseagent.core.config;

/** Any text; whoever shows settings masks those of this type. */
final class SecretType implements ValueType<String> {
    static final String MASK = "***";

    @Override
    public String parse(String text) {
        return text;
    }

    @Override
    public String accepted() {
        return "any text";
    }
}
