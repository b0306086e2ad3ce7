package io.sseagent.instrumentation.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What holds for streams that share an HTTP/2 connection; skipped for servers without {@link Capability#HTTP2}. */
public abstract class Http2Facts extends UnchangedServerContract {

    protected Http2Facts(ServerUnderTest server) {
        super(server);
    }

    @Test
    void streams_that_share_an_http2_connection_are_counted_each() throws Exception {
        assumeTrue(server().capabilities().contains(Capability.HTTP2));
        Http2Client client = new Http2Client(server().application());
        List<HttpResponse<byte[]>> responses = new ArrayList<>();
        Scrape gained = gainedBy(3, "/async", () -> {
            List<CompletableFuture<HttpResponse<byte[]>>> streams = List.of(
                    client.send("/async?events=40&interval=5", BodyHandlers.ofByteArray()),
                    client.send("/async?events=30&interval=5&via=writer", BodyHandlers.ofByteArray()),
                    client.send("/async?events=20&size=40000", BodyHandlers.ofByteArray()));
            Scrape open = metrics()
                    .await("an open HTTP/2 stream", now -> now.sum("sse_streams_active", "http_version", "2") > 0);
            assertThat(open.sum("sse_streams_active", "http_version", "1.1")).isZero();
            for (CompletableFuture<HttpResponse<byte[]>> stream : streams) {
                responses.add(stream.get(30, TimeUnit.SECONDS));
            }
        });

        Received[] received = responses.stream()
                .map(response -> new Received(response.statusCode(), List.of(), response.body(), true))
                .toArray(Received[]::new);
        assertThat(received[0].events().count()).isEqualTo(40);
        assertThat(received[2].events().count()).isEqualTo(20);
        assertCounted(gained, received);
        assertEnded(gained, "complete");
    }

    @Test
    void a_reset_http2_stream_is_a_client_that_left() throws Exception {
        assumeTrue(server().capabilities().contains(Capability.HTTP2));
        Http2Client client = new Http2Client(server().application());
        Scrape gained = gainedBy(1, "/forever", () -> client.readSomeAndReset("/forever?interval=20"));
        Scrape afterwards = gainedBy(
                1,
                "/blocking",
                () -> client.send("/blocking?events=4", BodyHandlers.ofByteArray())
                        .get(30, TimeUnit.SECONDS));

        assertEnded(gained, "client_closed");
        assertThat(afterwards.sum("sse_events_total")).isEqualTo(4);
    }
}
