package io.sseagent.prometheus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortTest {
    @Test
    void portZeroIsAnyFreeOne() throws Exception {
        try (RunningEndpoint running = RunningEndpoint.start(RunningEndpoint.PATIENT)) {
            assertThat(running.port()).isPositive();
            assertThat(running.logged())
                    .isEqualToNormalizingNewlines(
                            "[sse-agent] INFO metrics at http://127.0.0.1:" + running.port() + "/metrics\n");
        }
    }

    @Test
    void aUsedPortIsOneWarningAndIsTakenWhenItIsFree() throws Exception {
        try (Occupant other = new Occupant();
                RunningEndpoint running = on(other.port)) {
            assertThat(running.endpoint.address()).isNull();
            assertThat(running.logged().lines())
                    .singleElement()
                    .asString()
                    .startsWith("[sse-agent] WARN Metrics are not served yet: port " + other.port
                            + " of 127.0.0.1 is not to be had (");
            assertThat(running.recorded.health.errors()).containsEntry("metrics_endpoint", 1L);

            other.leave();
            await().atMost(20, SECONDS).until(() -> running.endpoint.address() != null);

            assertThat(running.port()).isEqualTo(other.port);
            assertThat(running.get("/metrics").status()).isEqualTo(200);
            assertThat(running.logged().lines()).hasSize(2);
            assertThat(running.recorded.health.errors()).containsEntry("metrics_endpoint", 1L);
        }
    }

    @Test
    void stoppingGivesUpWaitingForThePort() throws Exception {
        try (Occupant other = new Occupant()) {
            on(other.port).endpoint.stop();
            other.leave();

            await().atMost(20, SECONDS).until(() -> metricsThreads() == 0);
            assertThatThrownBy(() -> new RawClient(other.port)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void stoppingClosesThePortAndTheConnections() throws Exception {
        RunningEndpoint running = RunningEndpoint.start(RunningEndpoint.PATIENT);
        int port = running.port();
        try (RawClient client = new RawClient(port)) {
            client.send("GET /metr");
            running.get("/");

            running.endpoint.stop();
            running.endpoint.stop();

            assertThat(client.socket.getInputStream().read()).isEqualTo(-1);
            assertThat(running.endpoint.address()).isNull();
            // a thread inside accept holds the kernel's end of the port until it has woken up
            await().atMost(20, SECONDS).until(() -> metricsThreads() == 0);
            assertThatThrownBy(() -> new RawClient(port)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void anUnknownHostIsOneWarning() {
        try (RunningEndpoint running =
                new RunningEndpoint(new RecordedModel(), "port=0,host=no-such-host.invalid", RunningEndpoint.PATIENT)) {
            assertThat(running.endpoint.address()).isNull();
            assertThat(running.logged())
                    .isEqualToNormalizingNewlines(
                            "[sse-agent] WARN Metrics are not served: the host 'no-such-host.invalid' is unknown\n");
        }
    }

    @Test
    void aHostOfAnotherMachineIsOneWarning() {
        try (RunningEndpoint running =
                new RunningEndpoint(new RecordedModel(), "port=0,host=192.0.2.1", RunningEndpoint.PATIENT)) {
            assertThat(running.endpoint.address()).isNull();
            assertThat(running.logged().lines())
                    .singleElement()
                    .asString()
                    .contains("WARN Metrics are not served yet: port 0 of 192.0.2.1 is not to be had");
        }
    }

    @Test
    void aSwitchedOffEndpointDoesNothing() {
        try (RunningEndpoint running =
                new RunningEndpoint(new RecordedModel(), "port=0,exporter.enabled=false", RunningEndpoint.PATIENT)) {
            assertThat(running.endpoint.address()).isNull();
            assertThat(running.logged()).isEmpty();
            // those of the tests before may still be on their way out
            await().until(() -> metricsThreads() == 0);
        }
    }

    @Test
    void thePathIsConfigurable() throws Exception {
        try (RunningEndpoint running = new RunningEndpoint(
                new RecordedModel(), "port=0,host=127.0.0.1,path=/internal/sse", RunningEndpoint.PATIENT)) {
            assertThat(running.get("/internal/sse").status()).isEqualTo(200);
            assertThat(running.get("/metrics").status()).isEqualTo(404);
        }
    }

    private static RunningEndpoint on(int port) {
        return new RunningEndpoint(new RecordedModel(), "host=127.0.0.1,port=" + port, RunningEndpoint.PATIENT);
    }

    private static long metricsThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sse-agent-metrics"))
                .count();
    }

    /** Somebody else on the port. */
    private static final class Occupant implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final int port = socket.getLocalPort();

        Occupant() throws IOException {}

        void leave() throws IOException {
            socket.close();
        }

        @Override
        public void close() throws IOException {
            leave();
        }
    }
}
