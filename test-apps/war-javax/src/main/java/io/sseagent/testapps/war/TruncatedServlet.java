package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?events=N}: N events, then an ordinary end of the response inside one more. */
final class TruncatedServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int events = new Parameters(request).number("events", 2);
        EventStream stream = EventStream.open(request, response);
        for (int number = 1; number <= events; number++) {
            stream.send(EventStream.numbered(number, 32));
        }
        stream.send("id: cut\ndata: this event is never finis");
    }
}
