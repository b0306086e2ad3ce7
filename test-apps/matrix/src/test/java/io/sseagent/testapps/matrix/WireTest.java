package io.sseagent.testapps.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sseagent.instrumentation.testing.HttpConnection;
import io.sseagent.instrumentation.testing.Scrape;
import io.sseagent.instrumentation.testing.StreamFacts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kernel knows of clients that do not keep up, have left or have vanished, where their server notices nothing. */
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
class WireTest extends StreamFacts {
    private static final String ROUTE = "/forever";
    /** Silent after the first event, until the test asks for more. */
    private static final String HELD = "/held";

    WireTest(ForkedServer server) {
        super(server);
    }

    static Stream<ForkedServer> servers() {
        return Stream.of(
                ForkedServer.underAgent(TestApp.JDK_HTTPSERVER, Jdk.all().get(0))
                        .with("-Dapp.host=0.0.0.0"));
    }

    @BeforeAll
    static void the_kernel_tells() {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "there is no /proc/net/tcp to read");
    }

    @Test
    void a_client_that_never_reads_is_backlogged_though_no_write_is_slow() throws Exception {
        Scrape gained = gainedBy(1, ROUTE, () -> {
            try (HttpConnection client = connect()) {
                client.ask(ROUTE + "?interval=0");
                Scrape page = metrics().await("a backlog", now -> now.sum("sse_streams_backlogged") == 1);
                assertThat(page.sum("sse_backlog_bytes", "http_route", ROUTE, "layer", "kernel"))
                        .isGreaterThanOrEqualTo(65_536);
                assertThat(page.sum("sse_streams_half_closed")).isZero();
                assertThat(page.sum("sse_streams_retransmitting")).isZero();
            }
        });

        assertEnded(gained, "client_closed");
        metrics().await("the end of it", now -> now.sum("sse_streams_backlogged") == 0);
    }

    @Test
    void a_client_that_left_unnoticed_is_half_closed_and_loses_an_event() throws Exception {
        double before = metrics().read().sum("sse_events_after_fin_total");
        Scrape gained = gainedBy(1, HELD, () -> {
            try (HttpConnection client = connect()) {
                client.open(HELD).readEvents(1);
            }
            assertHalfClosedAndRelease();
        });

        assertEnded(gained, "client_closed");
        metrics().await("a lost event", now -> now.sum("sse_events_after_fin_total") > before);
    }

    @Test
    void a_client_whose_proxy_gives_up_is_half_closed_behind_its_back() throws Exception {
        Path folder = ForkedJvm.folder("haproxy");
        try (CuttingProxy proxy = new CuttingProxy(server().application(), folder)) {
            Scrape gained = gainedBy(1, HELD, () -> {
                try (HttpConnection client = connect(proxy.application())) {
                    assertThat(client.open(HELD).readAll().whole()).isFalse();
                    assertHalfClosedAndRelease();
                }
            });

            assertEnded(gained, "client_closed");
        }
    }

    private void assertHalfClosedAndRelease() {
        Scrape page = metrics()
                .await("a half-closed stream", now -> now.sum("sse_streams_half_closed", "http_route", HELD) == 1);
        assertThat(page.sum("sse_streams_active")).isEqualTo(1);
        try (HttpConnection other = connect()) {
            assertThat(other.get("/release").status()).isEqualTo(200);
        }
    }

    /** As soon as it answers. */
    private static HttpConnection connect(URI proxy) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> HttpConnection.to(proxy), connection -> true);
    }

    @Test
    void a_client_that_vanished_is_sent_again_what_it_never_answers() throws Exception {
        Scrape before = metrics().read();
        Path folder = ForkedJvm.folder("vanishing");
        try (VanishingClient client = new VanishingClient()) {
            Scrape gained = gainedBy(1, ROUTE, () -> {
                client.ask(server().application(), ROUTE, folder);
                metrics().await("its events", now -> now.since(before).sum("sse_events_total") > 3);
                client.vanish();
                Scrape page = metrics().await("retransmissions", now -> now.sum("sse_streams_retransmitting") == 1);
                assertThat(page.sum("sse_streams_half_closed")).isZero();
                assertThat(page.sum("sse_tcp_retransmitted_segments_total"))
                        .isGreaterThan(before.sum("sse_tcp_retransmitted_segments_total"));
                client.returnToNetwork();
                metrics().await("its answer", now -> now.sum("sse_streams_retransmitting") == 0);
                client.leave();
            });

            assertEnded(gained, "client_closed");
        }
    }
}
