package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code ?after=N&how=throw|async}: N events, then an exception, from the container's thread at once or by way of an async
 * dispatch from another thread.
 */
final class FailServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient StreamThreads streamThreads;

    FailServlet(StreamThreads streamThreads) {
        this.streamThreads = streamThreads;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            throw new IllegalStateException("the application fails in an async dispatch");
        }
        Parameters parameters = new Parameters(request);
        int after = parameters.number("after", 3);
        EventStream stream = EventStream.open(request, response);
        if (parameters.is("how", "async")) {
            AsyncContext async = request.startAsync();
            new AsyncWriting(stream, after, 32, 0, 1, async::dispatch).start(async, streamThreads);
            return;
        }
        for (int number = 1; number <= after; number++) {
            stream.send(EventStream.numbered(number, 32));
        }
        throw new IllegalStateException("the application fails");
    }
}
