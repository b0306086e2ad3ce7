package io.sseagent.testapps.demo;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Prices as a function of the tick, 20 ticks a second: a reader that comes back gets the ticks that it missed. Thread-safe. */
final class Market {
    static final long TICK_MILLIS = 50;

    private final long startNanos = System.nanoTime();

    /** The number of the latest tick; the first is 1. */
    long tick() {
        return 1 + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos) / TICK_MILLIS;
    }

    /** The event of one tick, with so many levels of the order book. */
    String event(long tick, int depth) {
        StringBuilder event = new StringBuilder(64 + 16 * depth);
        event.append("event: price\nid: ").append(tick).append("\ndata: {\"symbol\":\"ACME\",\"price\":");
        event.append(decimal(price(tick))).append(",\"book\":[");
        for (int level = 0; level < depth; level++) {
            event.append(level == 0 ? "" : ",").append(decimal(price(tick) - level / 100.0));
        }
        return event.append("]}\n\n").toString();
    }

    private static double price(long tick) {
        return 100 + 5 * Math.sin(tick / 40.0);
    }

    private static String decimal(double price) {
        return String.format(Locale.ROOT, "%.2f", price);
    }
}
