package io.sseagent.testapps.undertow;

import io.undertow.server.HttpServerExchange;
import java.util.Deque;

/** The parameters of a request, with defaults; a number that is none throws {@link NumberFormatException}. */
final class Query {
    private final HttpServerExchange exchange;

    Query(HttpServerExchange exchange) {
        this.exchange = exchange;
    }

    String text(String name, String absent) {
        Deque<String> given = exchange.getQueryParameters().get(name);
        return given == null ? absent : given.getFirst();
    }

    int number(String name, int absent) {
        String given = text(name, null);
        return given == null ? absent : Integer.parseInt(given);
    }
}
