package io.sseagent.core.config;

/** The name of a file; whether it can be read is found out by reading it. */
final class FileNameType implements ValueType<String> {
    private final String accepted;

    /** What kind of file, as it reads after "expected". */
    FileNameType(String accepted) {
        this.accepted = accepted;
    }

    @Override
    public String parse(String text) {
        return text.indexOf('\0') < 0 ? text : null;
    }

    @Override
    public String accepted() {
        return accepted;
    }
}
