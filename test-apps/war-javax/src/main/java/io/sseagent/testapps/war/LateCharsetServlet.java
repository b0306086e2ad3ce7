package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code ?how=encoding|type|header}: one event under a content type in mixed case with parameters, its charset given by a later
 * {@code setCharacterEncoding}, in the type itself, or by {@code setHeader}.
 */
final class LateCharsetServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String TYPE = "Text/Event-Stream; Profile=live";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String how = new Parameters(request).text("how", "encoding");
        if (how.equals("type")) {
            response.setContentType(TYPE + "; Charset=UTF-8");
        } else if (how.equals("header")) {
            response.setHeader("content-type", TYPE + " ; charset=UTF-8");
        } else {
            response.setContentType(TYPE);
            response.setCharacterEncoding("UTF-8");
        }
        response.getWriter().write("data: \u00e4\u20ac\n\n");
    }
}
