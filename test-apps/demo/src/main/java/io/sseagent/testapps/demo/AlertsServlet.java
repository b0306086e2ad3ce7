package io.sseagent.testapps.demo;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** A keep-alive comment every half second, an alert with every fourth one, and an end after ten seconds. */
final class AlertsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final long LIFE_MILLIS = 10_000;
    private static final long BEAT_MILLIS = 500;
    private static final int BEATS_PER_ALERT = 4;

    private final transient ScheduledExecutorService ticker;

    AlertsServlet(ScheduledExecutorService ticker) {
        this.ticker = ticker;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AtomicInteger beats = new AtomicInteger();
        Subscription.start(request, response, LIFE_MILLIS, () -> next(beats.getAndIncrement()), ticker, BEAT_MILLIS);
    }

    private static String next(int beat) {
        if (beat % BEATS_PER_ALERT != 0) {
            return ": keep-alive\n\n";
        }
        int number = beat / BEATS_PER_ALERT;
        return "event: alert\nid: " + number + "\ndata: {\"level\":\"info\",\"number\":" + number + "}\n\n";
    }
}
