package io.sseagent.testapps.war;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code /orders/{id}/events?events=N}: a prefix mapping whose paths carry an identifier. */
final class OrderEventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Pattern ORDER_EVENTS = Pattern.compile("/([^/]+)/events");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Matcher order = ORDER_EVENTS.matcher(path == null ? "" : path);
        if (!order.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        int events = new Parameters(request).number("events", 3);
        EventStream stream = EventStream.open(request, response);
        for (int number = 1; number <= events; number++) {
            stream.send("event: order\nid: " + number + "\ndata: {\"order\":\"" + order.group(1) + "\",\"step\":"
                    + number + "}\n\n");
        }
    }
}
