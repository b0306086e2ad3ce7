package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?ms=M}: a committed stream without a byte for M milliseconds, then one event. */
final class SilentServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventStream stream = EventStream.open(request, response);
        response.flushBuffer();
        Pause.millis(new Parameters(request).number("ms", 1000));
        stream.send(EventStream.numbered(1, 32));
    }
}
