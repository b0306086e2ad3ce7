package io.sseagent.testapps.war;

import javax.servlet.http.HttpServletRequest;

/** Query parameters with defaults; a number that is none throws {@link NumberFormatException}. */
final class Parameters {
    private final HttpServletRequest request;

    Parameters(HttpServletRequest request) {
        this.request = request;
    }

    String text(String name, String absent) {
        String value = request.getParameter(name);
        return value == null ? absent : value;
    }

    int number(String name, int absent) {
        String value = request.getParameter(name);
        return value == null ? absent : Integer.parseInt(value);
    }

    boolean flag(String name, boolean absent) {
        return number(name, absent ? 1 : 0) != 0;
    }

    boolean is(String name, String expected) {
        return expected.equals(request.getParameter(name));
    }
}
