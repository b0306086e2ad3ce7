package io.sseagent.core.config;

/** The name of a file; whether it can be read is found out by reading it. */
final class FileNameType implements ValueType<String> {
    @Override
    public String parse(String text) {
        return text.indexOf('\0') < 0 ? text : null;
    }

    @Override
    public String accepted() {
        return "the path of a properties file";
    }
}
