package io.sseagent.instrumentation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** HTTP/2 over clear text: one connection, upgraded by a first request, which carries all that follow. Thread-safe. */
final class Http2Client {
    private final URI application;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

    Http2Client(URI application) throws IOException, InterruptedException {
        this.application = application;
        HttpResponse<Void> upgrade = http.send(request("/plain"), BodyHandlers.discarding());
        assertThat(upgrade.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    private HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(application + address)).build();
    }

    <T> CompletableFuture<HttpResponse<T>> send(String address, BodyHandler<T> body) {
        return http.sendAsync(request(address), body);
    }

    /** Reads the first bytes of a stream that goes on, and resets it; the connection stays. */
    void readSomeAndReset(String address) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request(address), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            assertThat(body.read()).isNotNegative();
        }
    }
}
