package io.sseagent.testapps.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * {@code DemoTable url seconds [--redraw]}: shows what a metrics page says about event streams, every two seconds, one table
 * below the other or each over the last. Ends with 1 when the page does not answer, or no stream or no event was seen.
 */
public final class DemoTable {
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final Duration RETRY_AFTER = Duration.ofMillis(200);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;

    private DemoTable(URI metrics) {
        this.metrics = metrics;
    }

    /** Shows the table for the given time. */
    public static void main(String[] arguments) throws InterruptedException {
        DemoTable demo = new DemoTable(URI.create(arguments[0]));
        boolean redraw = arguments.length > 2 && arguments[2].equals("--redraw");
        try {
            Scrape last = demo.show(TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1])), redraw);
            double events = last.routes().stream()
                    .mapToDouble(route -> last.sum("sse_events_total", route))
                    .sum();
            if (events == 0) {
                fail("no event was counted at " + demo.metrics + " (routes with streams: " + last.routes() + ")");
            }
        } catch (IOException problem) {
            fail("no metrics from " + demo.metrics + ": " + problem);
        }
    }

    private Scrape show(long durationNanos, boolean redraw) throws IOException, InterruptedException {
        Scrape start = firstScrape();
        Table table = new Table(start);
        Scrape last = start;
        int lines = 0;
        while (last.nanos() - start.nanos() < durationNanos) {
            Thread.sleep(PERIOD.toMillis());
            Scrape now = scrape();
            String text = table.render(last, now);
            if (redraw && lines > 0) {
                // up to the first line of the last table, and clear from there
                System.out.print("\033[" + lines + "A\033[J");
            }
            System.out.print(text);
            System.out.flush();
            lines = (int) text.lines().count();
            last = now;
        }
        return last;
    }

    private Scrape firstScrape() throws IOException, InterruptedException {
        long deadlineNanos = System.nanoTime() + READY_WITHIN.toNanos();
        while (true) {
            try {
                return scrape();
            } catch (ConnectException notYet) {
                if (System.nanoTime() > deadlineNanos) {
                    throw notYet;
                }
                Thread.sleep(RETRY_AFTER.toMillis());
            }
        }
    }

    private Scrape scrape() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics)
                .header("Accept", "text/plain;version=0.0.4")
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return new Scrape(System.nanoTime(), Sample.parse(response.body()));
    }

    private static void fail(String message) {
        System.err.println("demo: " + message);
        System.exit(1);
    }
}
