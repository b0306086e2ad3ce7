package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?events=N&size=S&interval=ms&threads=T&via=writer|stream}: N events from T other threads, then {@code complete()}. */
final class AsyncServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient StreamThreads streamThreads;

    AsyncServlet(StreamThreads streamThreads) {
        this.streamThreads = streamThreads;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        EventStream stream = EventStream.open(request, response);
        AsyncContext async = request.startAsync();
        new AsyncWriting(
                        stream,
                        parameters.number("events", 10),
                        parameters.number("size", 32),
                        parameters.number("interval", 0),
                        parameters.number("threads", 1),
                        async::complete)
                .start(async, streamThreads);
    }
}
