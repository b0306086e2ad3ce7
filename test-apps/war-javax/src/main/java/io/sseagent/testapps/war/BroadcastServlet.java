package io.sseagent.testapps.war;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * {@code ?interval=ms&events=N&size=S}: events on thousands of streams from one thread, which no slow client holds up. Needs
 * Servlet 3.1.
 */
public final class BroadcastServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private transient ScheduledThreadPoolExecutor clock;

    @Override
    public void init() {
        clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "broadcast");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = new Parameters(request);
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-cache");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        Subscription subscription = new Subscription(
                async,
                response.getOutputStream(),
                parameters.number("events", Integer.MAX_VALUE),
                parameters.number("size", 32),
                subscriptions::remove);
        subscriptions.add(subscription);
        subscription.start(clock, parameters.number("interval", 1000));
    }

    /** Ends what is open, so that nobody waits for an application that is gone. */
    @Override
    public void destroy() {
        clock.shutdownNow();
        subscriptions.forEach(Subscription::end);
    }
}
