package io.sseagent.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A place in a JSON text, as RFC 6901 writes it. Immutable. */
public final class JsonPointer {
    private static final int DEEPEST = 16;

    private final List<String> segments;

    private JsonPointer(List<String> segments) {
        this.segments = Collections.unmodifiableList(segments);
    }

    /** Null if the text is no pointer, or one into more than 16 levels. The whole text, which is the empty pointer, is none here. */
    static JsonPointer parse(String text) {
        if (!text.startsWith("/")) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        for (String segment : text.substring(1).split("/", -1)) {
            if (segment.matches(".*~([^01].*|$)")) {
                return null;
            }
            segments.add(segment.replace("~1", "/").replace("~0", "~"));
        }
        return segments.size() > DEEPEST ? null : new JsonPointer(segments);
    }

    /** Names of members or indexes of elements, from the outermost on; unmodifiable and not empty. */
    public List<String> segments() {
        return segments;
    }
}
