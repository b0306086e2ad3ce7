package io.sseagent.core.config;

/** Where a value of an event is found: in its JSON data, in its id, or in a header of the stream's request. Immutable. */
public final class ValueSource {
    static final String ID = "id";
    static final String HEADER = "header:";

    private final JsonPointer pointer;
    private final String header;

    private ValueSource(JsonPointer pointer, String header) {
        this.pointer = pointer;
        this.header = header;
    }

    static ValueSource pointer(JsonPointer pointer) {
        return new ValueSource(pointer, null);
    }

    static ValueSource header(String name) {
        return new ValueSource(null, name);
    }

    static ValueSource id() {
        return new ValueSource(null, null);
    }

    /** Null unless it is in the data. */
    public JsonPointer pointer() {
        return pointer;
    }

    /** Null unless it is a header of this name. */
    public String header() {
        return header;
    }
}
