package io.sseagent.testapps.demo;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;

/** 20 prices a second; {@code ?depth=N} adds levels of the order book. {@code Last-Event-ID} brings the missed ones. */
final class PricesServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST_MISSED = 200;

    private final transient Market market;
    private final transient ScheduledExecutorService ticker;

    PricesServlet(Market market, ScheduledExecutorService ticker) {
        this.market = market;
        this.ticker = ticker;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String depth = request.getParameter("depth");
        Prices prices = new Prices(market, first(request), depth == null ? 5 : Integer.parseInt(depth));
        Subscription.start(request, response, 0, prices::next, ticker, Market.TICK_MILLIS);
    }

    private long first(HttpServletRequest request) {
        long latest = market.tick();
        String last = request.getHeader("Last-Event-ID");
        if (last == null || !last.matches("[0-9]{1,18}")) {
            return latest;
        }
        return Math.max(latest - MOST_MISSED, Math.min(latest, Long.parseLong(last) + 1));
    }

    /** One reader's position; used by one thread at a time. */
    private static final class Prices {
        private final Market market;
        private final int depth;
        private long next;

        Prices(Market market, long first, int depth) {
            this.market = market;
            this.next = first;
            this.depth = depth;
        }

        String next() {
            StringBuilder events = new StringBuilder();
            for (long latest = market.tick(); next <= latest; next++) {
                events.append(market.event(next, depth));
            }
            return events.toString();
        }
    }
}
