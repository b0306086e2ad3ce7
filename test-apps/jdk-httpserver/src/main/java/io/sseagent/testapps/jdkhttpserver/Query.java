package io.sseagent.testapps.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import java.util.HashMap;
import java.util.Map;

/** The parameters of a request's query string, with defaults; a number that is none throws {@link NumberFormatException}. */
final class Query {
    private final Map<String, String> values = new HashMap<>();

    Query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        for (String pair : (query == null ? "" : query).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
    }

    String text(String name, String absent) {
        return values.getOrDefault(name, absent);
    }

    int number(String name, int absent) {
        String value = values.get(name);
        return value == null ? absent : Integer.parseInt(value);
    }
}
