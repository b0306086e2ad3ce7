package io.sseagent.testapps.war;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code ?ms=M&listener=0&events=1}: events, then the async timeout after M milliseconds. Nobody completes the response but the
 * container, or with {@code listener=1} the application's listener, as frameworks do.
 */
final class TimeoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        AsyncContext async = request.startAsync();
        async.setTimeout(parameters.number("ms", 1000));
        if (parameters.flag("listener", false)) {
            async.addListener(new CompleteOnTimeout());
        }
        EventStream stream = EventStream.open(request, response);
        int events = parameters.number("events", 1);
        for (int number = 1; number <= events; number++) {
            stream.send(EventStream.numbered(number, 32));
        }
    }

    private static final class CompleteOnTimeout implements AsyncListener {
        @Override
        public void onTimeout(AsyncEvent event) {
            event.getAsyncContext().complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
