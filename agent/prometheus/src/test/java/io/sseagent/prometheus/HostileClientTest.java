package io.sseagent.prometheus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class HostileClientTest {
    private static final EndpointLimits STRICT = new EndpointLimits(2, 300, 300, 20);

    @Test
    void aSilentClientIsCutOff() throws Exception {
        try (RunningEndpoint running = RunningEndpoint.start(STRICT);
                RawClient silent = new RawClient(running.port())) {
            assertThat(bytesUntilCutOff(silent)).isZero();
            assertThat(running.get("/metrics").status()).isEqualTo(200);
        }
    }

    @Test
    void aDrippingClientIsCutOff() throws Exception {
        try (RunningEndpoint running = RunningEndpoint.start(STRICT);
                RawClient dripping = new RawClient(running.port())) {
            assertThatCode(() -> {
                        while (true) {
                            dripping.send("G");
                            Thread.onSpinWait();
                        }
                    })
                    .isInstanceOf(SocketException.class);
            await().atMost(20, SECONDS).until(() -> answers(running));
        }
    }

    @Test
    void oneClientMoreThanTheBoundIsToldToComeBack() throws Exception {
        EndpointLimits two = new EndpointLimits(2, 60_000, 60_000, 20);
        try (RunningEndpoint running = RunningEndpoint.start(two);
                RawClient first = new RawClient(running.port());
                RawClient second = new RawClient(running.port());
                RawClient third = new RawClient(running.port())) {
            assertThat(third.receive().status()).isEqualTo(503);

            first.send("GET /metrics HTTP/1.1\r\n\r\n");
            assertThat(first.receive().status()).isEqualTo(200);
            first.leave();
            await().atMost(20, SECONDS).until(() -> answers(running));
            second.send("GET / HTTP/1.1\r\n\r\n");
            assertThat(second.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsNoThread() throws Exception {
        RecordedModel large = new RecordedModel();
        for (int route = 0; route < 200; route++) {
            large.open(RecordedModel.get("/").route("/" + "long-route-name".repeat(100) + route));
        }
        try (RunningEndpoint running = new RunningEndpoint(large, "port=0,host=127.0.0.1", STRICT);
                RawClient first = new RawClient(running.port());
                RawClient second = new RawClient(running.port())) {
            first.send("GET /metrics HTTP/1.1\r\n\r\n");
            second.send("GET /metrics HTTP/1.1\r\n\r\n");

            await().atMost(20, SECONDS).until(() -> answers(running));

            assertThat(bytesUntilCutOff(first)).isLessThan(8_000_000);
            assertThat(running.get("/metrics").body().length).isGreaterThan(8_000_000);
        }
    }

    @Test
    void manyClientsThatLeaveDoNoHarm() throws Exception {
        try (RunningEndpoint running = RunningEndpoint.start(RunningEndpoint.PATIENT)) {
            for (int i = 0; i < 200; i++) {
                new RawClient(running.port()).close();
            }
            await().atMost(20, SECONDS).until(() -> answers(running));
            assertThat(running.logged()).doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    void aThousandConnectionsThatStayOpenHoldEightThreads() throws Exception {
        List<RawClient> clients = new ArrayList<>();
        try (RunningEndpoint running = RunningEndpoint.start(new EndpointLimits(8, 3_000, 3_000, 20))) {
            for (int i = 0; i < 1000; i++) {
                clients.add(new RawClient(running.port()));
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().equals("sse-agent-metrics-connection"))
                    .hasSizeLessThanOrEqualTo(8);
            await().atMost(30, SECONDS).until(() -> answers(running));
            assertThat(running.logged()).doesNotContain("WARN", "ERROR");
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void manySmallHeadersAreAsBoundedAsALargeOne() throws Exception {
        try (RunningEndpoint running = RunningEndpoint.start(RunningEndpoint.PATIENT)) {
            String[] headers = new String[5_000];
            Arrays.setAll(headers, i -> "a" + i + ": b");

            assertThat(running.get("/metrics", headers).status()).isEqualTo(431);
            assertThat(running.get("/metrics").status()).isEqualTo(200);
        }
    }

    private static boolean answers(RunningEndpoint running) throws Exception {
        try {
            return running.get("/metrics").status() == 200;
        } catch (IOException | AssertionError e) {
            return false;
        }
    }

    private static long bytesUntilCutOff(RawClient client) throws IOException {
        try {
            return client.socket.getInputStream().readAllBytes().length;
        } catch (SocketException e) {
            return 0;
        }
    }
}
