package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?events=N&size=S&flush=1&interval=ms&via=writer|stream}: N events from the container's thread, then the end. */
final class BlockingServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        int events = parameters.number("events", 10);
        int size = parameters.number("size", 32);
        int intervalMillis = parameters.number("interval", 0);
        boolean flush = parameters.flag("flush", true);
        EventStream stream = EventStream.open(request, response);
        for (int number = 1; number <= events; number++) {
            stream.write(EventStream.numbered(number, size));
            if (flush) {
                stream.flush();
            }
            Pause.millis(intervalMillis);
        }
    }
}
