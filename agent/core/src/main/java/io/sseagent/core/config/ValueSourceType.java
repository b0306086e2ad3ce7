package io.sseagent.core.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A place for a value: a JSON pointer, and what else the key allows. */
final class ValueSourceType implements ValueType<ValueSource> {
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}";

    /** Never in a label. */
    private static final Set<String> SECRETS =
            new HashSet<>(Arrays.asList("authorization", "proxy-authorization", "cookie"));

    private final boolean takesId;
    private final boolean takesHeader;

    private ValueSourceType(boolean takesId, boolean takesHeader) {
        this.takesId = takesId;
        this.takesHeader = takesHeader;
    }

    static ValueSourceType ofData() {
        return new ValueSourceType(false, false);
    }

    static ValueSourceType ofDataOrId() {
        return new ValueSourceType(true, false);
    }

    static ValueSourceType ofDataOrHeader() {
        return new ValueSourceType(false, true);
    }

    @Override
    public ValueSource parse(String text) {
        if (takesId && text.equals(ValueSource.ID)) {
            return ValueSource.id();
        }
        if (takesHeader && text.startsWith(ValueSource.HEADER)) {
            String name = text.substring(ValueSource.HEADER.length());
            return name.matches(TOKEN) && !SECRETS.contains(name.toLowerCase(Locale.ROOT))
                    ? ValueSource.header(name)
                    : null;
        }
        JsonPointer pointer = JsonPointer.parse(text);
        return pointer == null ? null : ValueSource.pointer(pointer);
    }

    @Override
    public String accepted() {
        return "a JSON pointer such as /meta/time" + (takesId ? ", or id" : "")
                + (takesHeader ? ", or header: and the name of a request header" : "");
    }
}
