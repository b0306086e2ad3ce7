package io.sseagent.testapps.demo;

import java.util.Locale;
import java.util.SortedMap;
import java.util.StringJoiner;

/** The table as text: a row for each route and how its streams ended, rates since the last scrape, quantiles since the first one. */
final class Table {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Scrape start;

    Table(Scrape start) {
        this.start = start;
    }

    String render(Scrape last, Scrape now) {
        StringBuilder table = new StringBuilder();
        table.append(row("", "", "", "", "first event", "gap"));
        table.append(row("route", "open", "events/s", "events", "p50 / p99", "p50 / p99"));
        for (String route : now.routes()) {
            table.append(row(
                    route,
                    number(now.sum("sse_streams_active", route)),
                    String.format(Locale.ROOT, "%.1f", eventsPerSecond(last, now, route)),
                    number(now.sum("sse_events_total", route)),
                    quantiles("sse_first_event_seconds", "", now, route),
                    quantiles("sse_event_gap_seconds", "data", now, route)));
            table.append(closes(now, route));
        }
        return table.append(System.lineSeparator()).toString();
    }

    private static double eventsPerSecond(Scrape last, Scrape now, String route) {
        double events = now.sum("sse_events_total", route) - last.sum("sse_events_total", route);
        return events * NANOS_PER_SECOND / Math.max(1, now.nanos() - last.nanos());
    }

    private String quantiles(String histogram, String kind, Scrape now, String route) {
        SortedMap<Double, Double> before = start.buckets(histogram, kind, route);
        SortedMap<Double, Double> buckets = now.buckets(histogram, kind, route);
        return seconds(Quantile.of(0.5, before, buckets)) + " / " + seconds(Quantile.of(0.99, before, buckets));
    }

    private static String closes(Scrape now, String route) {
        StringJoiner closes = new StringJoiner(", ", "  closed: ", System.lineSeparator());
        closes.setEmptyValue("");
        now.sumBy("reason", "sse_streams_closed_total", route)
                .forEach((reason, count) -> closes.add(reason + ' ' + number(count)));
        return closes.toString();
    }

    private static String seconds(double seconds) {
        if (Double.isNaN(seconds)) {
            return "-";
        }
        return seconds < 1
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-20s %5s %9s %8s  %15s  %15s%n", cells);
    }
}
