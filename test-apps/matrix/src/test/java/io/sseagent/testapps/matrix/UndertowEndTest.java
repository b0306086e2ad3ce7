package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.instrumentation.testing.AgentMetrics;
import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ends that Undertow itself makes: by its time-outs and by its stop. */
class UndertowEndTest {
    private static final Pattern HTTPS = Pattern.compile("(?m)^HTTPS=(\\d+)");

    static Stream<ForkedServer> servers() {
        return UndertowApp.handlers().stream()
                .map(launch -> ForkedServer.underAgent(launch, Jdk.all().get(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void a_client_that_never_reads_is_a_failed_write(ForkedServer any) {
        try (ForkedServer server = any.with("-Dapp.write.millis=500")) {
            AgentMetrics metrics = server.agent();
            for (String address : List.of("/forever?interval=0&size=70000", "/async?events=99999&size=70000")) {
                try (HttpConnection client = HttpConnection.to(server.application())) {
                    Scrape before = metrics.read();
                    client.ask(address);
                    assertEnded(metrics, before, "write_failed");
                }
            }
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    /** What else an idle time-out does to a stream of HTTP/1: one that is silent stays open until then. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void so_is_the_first_write_after_a_silence_that_was_too_long(ForkedServer any) {
        try (ForkedServer server = any.with("-Dapp.idle.millis=300")) {
            AgentMetrics metrics = server.agent();
            Scrape before = metrics.read();
            try (HttpConnection client = HttpConnection.to(server.application())) {
                client.open("/forever?interval=1000").readEvents(1);
                assertEnded(metrics, before, "write_failed");
            }
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    /** A connection of HTTP/2 that came by TLS is closed when it has been silent for too long, also while a stream is open. */
    @Test
    void over_http2_a_silent_connection_ends_its_streams_by_its_idle_timeout() throws Exception {
        Keystore keystore = Keystore.made();
        try (ForkedServer server = ForkedServer.underAgent(
                        UndertowApp.newest(), Jdk.all().get(0))
                .with("-Dapp.idle.millis=500", "-Dapp.keystore=" + keystore.file())) {
            AgentMetrics metrics = server.agent();
            Scrape before = metrics.read();
            URI address = URI.create(
                    "https://127.0.0.1:" + server.jvm().awaitOutput(HTTPS).group(1) + "/sse?events=1&end=0");
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .sslContext(keystore.trusted())
                    .build()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertEnded(metrics, before, "idle_timeout");
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    @SuppressWarnings("try") // the client stays while its server stops
    void what_ends_when_the_server_stops_ends_because_of_that(ForkedServer any) {
        try (ForkedServer server = any;
                HttpConnection writing = HttpConnection.to(server.application());
                HttpConnection silent = HttpConnection.to(server.application());
                HttpConnection operator = HttpConnection.to(server.application())) {
            AgentMetrics metrics = server.agent();
            Scrape before = metrics.read();
            writing.open("/forever?interval=20").readEvents(1);
            silent.open("/sse?events=1&end=0").readEvents(1);
            operator.ask("/stop");
            Scrape gained = metrics.await(
                            "the end of both", page -> page.since(before).sum("sse_streams_closed_total") == 2)
                    .since(before);
            assertThat(gained.sum("sse_streams_closed_total", "reason", "shutdown"))
                    .as(gained.toString())
                    .isEqualTo(2);
            assertThat(server.agentProblems()).isEmpty();
        }
    }

    private static void assertEnded(AgentMetrics metrics, Scrape before, String reason) {
        Scrape gained = metrics.await(
                        "the end of the stream", page -> page.since(before).sum("sse_streams_closed_total") == 1)
                .since(before);
        assertThat(gained.sum("sse_streams_closed_total", "reason", reason))
                .as(gained.toString())
                .isEqualTo(1);
        assertThat(gained.sum("sse_streams_active")).isZero();
    }
}
