package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** No event stream: what a container's thread was told when it wrote to {@code /forever} last, and nothing after that. */
final class FailureServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private transient volatile Throwable last;

    void told(Throwable failure) {
        last = failure;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        for (Throwable cause = last; cause != null; cause = cause.getCause()) {
            response.getWriter().println(cause);
        }
        last = null;
    }
}
