package io.sseagent.instrumentation.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The agent's metrics page, read when asked. Thread-safe. */
public final class AgentMetrics {
    static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    /** The page at this address. */
    public AgentMetrics(URI page) {
        this.request = HttpRequest.newBuilder(page)
                .header("Accept", "text/plain;version=0.0.4")
                .timeout(DEADLINE)
                .build();
    }

    /** The page now. Throws {@link UncheckedIOException} when nobody answers. */
    public Scrape read() {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return Scrape.parse(response.body());
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The first page that is as expected; fails with the last one after a deadline. */
    public Scrape await(String expected, Predicate<Scrape> condition) {
        AtomicReference<Scrape> last = new AtomicReference<>();
        try {
            Awaitility.await()
                    .atMost(DEADLINE)
                    .pollInterval(POLL)
                    .pollDelay(Duration.ZERO)
                    .until(() -> {
                        last.set(read());
                        return condition.test(last.get());
                    });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("never came: " + expected + "; the page says\n" + last.get(), late);
        }
        return last.get();
    }
}
