package io.sseagent.testapps.grizzly;

import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** A handler that is written as a method. */
final class Route extends HttpHandler {
    private final Answer answer;

    Route(Answer answer) {
        this.answer = answer;
    }

    /** What a handler does. */
    interface Answer {
        void to(Request request, Response response) throws Exception;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        answer.to(request, response);
    }

    /** A parameter of the query. */
    static int number(Request request, String name, int absent) {
        String value = request.getParameter(name);
        return value == null ? absent : Integer.parseInt(value);
    }

    /** A parameter of the query. */
    static String text(Request request, String name, String absent) {
        String value = request.getParameter(name);
        return value == null ? absent : value;
    }
}
