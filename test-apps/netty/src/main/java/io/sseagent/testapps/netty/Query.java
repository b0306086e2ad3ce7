package io.sseagent.testapps.netty;

import java.util.List;
import java.util.Map;

/** The parameters of a request, with defaults; a number that is none throws {@link NumberFormatException}. */
final class Query {
    private final Map<String, List<String>> values;

    Query(Map<String, List<String>> values) {
        this.values = values;
    }

    String text(String name, String absent) {
        List<String> given = values.get(name);
        return given == null ? absent : given.get(0);
    }

    int number(String name, int absent) {
        String given = text(name, null);
        return given == null ? absent : Integer.parseInt(given);
    }
}
