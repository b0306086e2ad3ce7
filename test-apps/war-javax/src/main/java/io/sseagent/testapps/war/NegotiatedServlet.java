package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?answer=json|204|404|500}: what a client may get that asked for an event stream; never one. */
final class NegotiatedServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String answer = new Parameters(request).text("answer", "json");
        if (answer.equals("204")) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (answer.equals("404") || answer.equals("500")) {
            response.sendError(Integer.parseInt(answer));
        } else {
            response.setContentType("application/json");
            response.getWriter().write("{\"events\":[]}\n");
        }
    }
}
