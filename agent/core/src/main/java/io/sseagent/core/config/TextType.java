package io.sseagent.core.config;

/** A short word of any characters. */
final class TextType implements ValueType<String> {
    private static final int LONGEST = 64;

    @Override
    public String parse(String text) {
        return text.length() <= LONGEST ? text : null;
    }

    @Override
    public String accepted() {
        return "a text of 64 characters at most";
    }
}
