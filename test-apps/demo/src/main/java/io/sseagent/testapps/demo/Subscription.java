package io.sseagent.testapps.demo;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One client's standing stream: at a fixed period it writes what the feed has, until the client is gone or the stream's time is
 * over. The container's callbacks wait for a running write, since it recycles the response when they return.
 */
final class Subscription implements Runnable, AsyncListener {
    private final Supplier<String> feed;
    private final OutputStream output;

    // guarded by this
    private Future<?> schedule;
    private boolean ended;

    private Subscription(Supplier<String> feed, OutputStream output) {
        this.feed = feed;
        this.output = output;
    }

    /** Starts the stream on the ticker's threads; {@code lifeMillis} 0 for no limit. */
    static void start(
            HttpServletRequest request,
            HttpServletResponse response,
            long lifeMillis,
            Supplier<String> feed,
            ScheduledExecutorService ticker,
            long periodMillis)
            throws IOException {
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-cache");
        Subscription subscription = new Subscription(feed, response.getOutputStream());
        AsyncContext async = request.startAsync();
        async.setTimeout(lifeMillis);
        async.addListener(subscription);
        synchronized (subscription) {
            subscription.schedule = ticker.scheduleAtFixedRate(subscription, 0, periodMillis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void run() {
        if (ended) {
            return;
        }
        try {
            String text = feed.get();
            if (!text.isEmpty()) {
                output.write(text.getBytes(StandardCharsets.UTF_8));
                output.flush();
            }
        } catch (IOException clientGone) {
            // the container ends the response and calls onError
            end();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
        event.getAsyncContext().complete();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
        event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    private synchronized void end() {
        ended = true;
        schedule.cancel(false);
    }
}
