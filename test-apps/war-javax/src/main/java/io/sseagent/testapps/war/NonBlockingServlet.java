package io.sseagent.testapps.war;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** {@code ?events=N&size=S&flush=1}: N events, each written when the container says that it may be. Needs Servlet 3.1. */
public final class NonBlockingServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        response.setContentType("text/event-stream");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        ServletOutputStream output = response.getOutputStream();
        output.setWriteListener(new WhenPossible(
                async,
                output,
                parameters.number("events", 10),
                parameters.number("size", 32),
                parameters.flag("flush", true)));
    }

    /** Called by one container thread at a time. */
    private static final class WhenPossible implements WriteListener {
        private final AsyncContext async;
        private final ServletOutputStream output;
        private final int events;
        private final int size;
        private final boolean flush;
        private int written;
        private boolean unflushed;

        WhenPossible(AsyncContext async, ServletOutputStream output, int events, int size, boolean flush) {
            this.async = async;
            this.output = output;
            this.events = events;
            this.size = size;
            this.flush = flush;
        }

        @Override
        public void onWritePossible() throws IOException {
            // a flush counts as a write: each of the two needs its own isReady
            while (output.isReady()) {
                if (unflushed) {
                    output.flush();
                    unflushed = false;
                } else if (written < events) {
                    written++;
                    output.write(EventStream.numbered(written, size).getBytes(StandardCharsets.UTF_8));
                    unflushed = flush;
                } else {
                    async.complete();
                    return;
                }
            }
        }

        @Override
        public void onError(Throwable clientGone) {
            async.complete();
        }
    }
}
