package io.sseagent.testapps.war;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?events=N&size=S}: N events that the application compresses before the container sees them, as many a filter does. */
final class ZippedServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        int events = parameters.number("events", 10);
        int size = parameters.number("size", 32);
        response.setContentType("text/event-stream");
        response.setHeader("Content-Encoding", "gzip");
        try (OutputStream zipped = new GZIPOutputStream(response.getOutputStream(), true)) {
            for (int number = 1; number <= events; number++) {
                zipped.write(EventStream.numbered(number, size).getBytes(StandardCharsets.UTF_8));
                zipped.flush();
            }
        }
    }
}
