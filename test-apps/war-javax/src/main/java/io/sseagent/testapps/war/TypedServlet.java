package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code ?types=a,b,c&rounds=R&retry=ms}: R times one event of each type, with ids that go on from a numeric
 * {@code Last-Event-ID}, after one {@code retry:}.
 */
final class TypedServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        String[] types = parameters.text("types", "a,b,c").split(",");
        int rounds = parameters.number("rounds", 1);
        long id = lastEventId(request);
        EventStream stream = EventStream.open(request, response);
        stream.send("retry: " + parameters.number("retry", 2000) + "\n\n");
        for (int round = 1; round <= rounds; round++) {
            for (String type : types) {
                id++;
                stream.send("event: " + type + "\nid: " + id + "\ndata: " + type + ' ' + round + "\n\n");
            }
        }
    }

    private static long lastEventId(HttpServletRequest request) {
        String last = request.getHeader("Last-Event-ID");
        return last != null && last.matches("[0-9]{1,18}") ? Long.parseLong(last) : 0;
    }
}
