package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?interval=ms&size=S&how=blocking|async&via=writer|stream}: events until the client goes away. */
final class ForeverServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient StreamThreads streamThreads;
    private final transient FailureServlet failures;

    ForeverServlet(StreamThreads streamThreads, FailureServlet failures) {
        this.streamThreads = streamThreads;
        this.failures = failures;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        int size = parameters.number("size", 32);
        int intervalMillis = parameters.number("interval", 100);
        EventStream stream = EventStream.open(request, response);
        if (parameters.is("how", "async")) {
            AsyncContext async = request.startAsync();
            new AsyncWriting(stream, Integer.MAX_VALUE, size, intervalMillis, 1, async::complete)
                    .start(async, streamThreads);
            return;
        }
        try {
            for (int number = 1; number < Integer.MAX_VALUE; number++) {
                stream.send(EventStream.numbered(number, size));
                Pause.millis(intervalMillis);
            }
        } catch (IOException clientGone) {
            failures.told(clientGone);
            throw clientGone;
        }
    }
}
