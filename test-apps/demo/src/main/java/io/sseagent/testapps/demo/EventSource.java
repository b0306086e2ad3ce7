package io.sseagent.testapps.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads one feed, as often as wanted and from any thread. */
final class EventSource {
    private static final String ID = "id: ";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI feed;

    EventSource(URI feed) {
        this.feed = feed;
    }

    /**
     * Reads until the server ends the stream, or until {@code longest} is over and then leaves; returns the last event id.
     * Throws {@link IOException} when there is no event stream, or it breaks off.
     */
    String read(String lastEventId, Duration longest) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(feed).header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException(feed + " answered " + response.statusCode());
        }
        long deadlineNanos = System.nanoTime() + longest.toNanos();
        String id = lastEventId;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine();
                    line != null && System.nanoTime() < deadlineNanos;
                    line = lines.readLine()) {
                if (line.startsWith(ID)) {
                    id = line.substring(ID.length());
                }
            }
        }
        return id;
    }
}
