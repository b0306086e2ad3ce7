package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?beats=N&every=K&interval=ms}: N comments, and an event after each K-th; {@code every=0} for none at all. */
final class HeartbeatServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        int beats = parameters.number("beats", 20);
        int every = parameters.number("every", 10);
        int intervalMillis = parameters.number("interval", 50);
        EventStream stream = EventStream.open(request, response);
        for (int beat = 1; beat <= beats; beat++) {
            stream.send(": keep-alive\n\n");
            if (every > 0 && beat % every == 0) {
                stream.send(EventStream.numbered(beat / every, 32));
            }
            Pause.millis(intervalMillis);
        }
    }
}
