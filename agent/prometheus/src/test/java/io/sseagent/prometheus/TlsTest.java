package io.sseagent.prometheus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TlsTest {
    private static final EndpointLimits STRICT = new EndpointLimits(2, 1_500, 1_500, 20);
    private static final String GET = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    static Path folder;

    private static TestKeystore keystore;

    @BeforeAll
    static void makeKey() throws Exception {
        keystore = TestKeystore.in(folder);
    }

    private static RunningEndpoint start(EndpointLimits limits) {
        return start(EveryFamily.record(), limits, ",tls.keystore.password=" + TestKeystore.PASSWORD);
    }

    private static RunningEndpoint start(RecordedModel model, EndpointLimits limits, String settings) {
        return new RunningEndpoint(model, "port=0,host=127.0.0.1,tls.keystore=" + keystore.file + settings, limits);
    }

    private static void assertThatItAnswers(RunningEndpoint running) {
        await().atMost(20, SECONDS)
                .ignoreExceptions()
                .until(() -> keystore.send(running.port(), GET).status() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void metricsAreServedWhole(String protocol) throws Exception {
        try (RunningEndpoint running = start(RunningEndpoint.PATIENT);
                SSLSocket client = keystore.connect(running.port(), protocol)) {
            client.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
            RawResponse response = RawResponse.parse(client.getInputStream().readAllBytes());

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers()).containsEntry("Content-Length", String.valueOf(response.body().length));
            assertThat(Series.value(response.text(), "sse_comments_total")).isEqualTo(1);
            assertThat(running.logged())
                    .contains("metrics at https://127.0.0.1:")
                    .doesNotContain(TestKeystore.PASSWORD);
        }
    }

    @Test
    void thePasswordMayStandInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), TestKeystore.PASSWORD + "\n");
        try (RunningEndpoint running =
                start(EveryFamily.record(), RunningEndpoint.PATIENT, ",tls.keystore.password.file=" + file)) {
            assertThatItAnswers(running);
        }
    }

    @Test
    void olderProtocolsAreRefused() throws Exception {
        try (RunningEndpoint running = start(RunningEndpoint.PATIENT)) {
            assertThatThrownBy(() -> keystore.connect(running.port(), "TLSv1.1"))
                    .isInstanceOf(IOException.class);
            assertThatItAnswers(running);
        }
    }

    @Test
    void plainTextGetsNothing() throws Exception {
        try (RunningEndpoint running = start(RunningEndpoint.PATIENT);
                RawClient plain = new RawClient(running.port())) {
            plain.send(GET);

            assertThat(new String(untilCutOff(plain.socket.getInputStream()), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP/", "sse_");
        }
    }

    @Test
    void garbageInsteadOfAHandshakeDoesNoHarm() throws Exception {
        Random random = new Random(4711);
        try (RunningEndpoint running = start(STRICT)) {
            for (int i = 0; i < 100; i++) {
                byte[] garbage = new byte[1 + random.nextInt(2000)];
                random.nextBytes(garbage);
                if (i % 2 == 0) {
                    // the beginning of a record that promises a ClientHello
                    garbage[0] = 22;
                    garbage[Math.min(1, garbage.length - 1)] = 3;
                }
                try (RawClient hostile = new RawClient(running.port())) {
                    hostile.socket.getOutputStream().write(garbage);
                } catch (SocketException e) {
                    // cut off meanwhile
                }
            }
            assertThatItAnswers(running);
            assertThat(running.logged()).doesNotContain("WARN", "ERROR", "Exception");
        }
    }

    @Test
    void aClientThatStopsInTheHandshakeIsCutOff() throws Exception {
        try (RunningEndpoint running = start(STRICT);
                RawClient silent = new RawClient(running.port());
                RawClient half = new RawClient(running.port())) {
            half.socket.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});

            assertThat(untilCutOff(silent.socket.getInputStream())).isEmpty();
            assertThat(untilCutOff(half.socket.getInputStream())).hasSizeLessThan(100);
            assertThatItAnswers(running);
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsNeitherItsThreadNorTheAcceptor() throws Exception {
        RecordedModel large = new RecordedModel();
        for (int route = 0; route < 200; route++) {
            large.open(RecordedModel.get("/").route("/" + "long-route-name".repeat(100) + route));
        }
        try (RunningEndpoint running = start(large, STRICT, ",tls.keystore.password=" + TestKeystore.PASSWORD);
                SSLSocket first = keystore.connect(running.port());
                SSLSocket second = keystore.connect(running.port())) {
            first.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
            second.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));

            await().atMost(20, SECONDS)
                    .ignoreExceptions()
                    .until(() -> keystore.send(running.port(), "GET / HTTP/1.1\r\n\r\n")
                                    .status()
                            == 200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong-secret", ""})
    void withAKeystoreThatCannotBeOpenedNothingIsServed(String password) {
        try (RunningEndpoint closed =
                start(EveryFamily.record(), RunningEndpoint.PATIENT, ",tls.keystore.password=" + password)) {
            assertThat(closed.endpoint.address()).isNull();
            assertThat(closed.logged())
                    .contains("ERROR Metrics are not served: their keys or credentials cannot be used")
                    .doesNotContain("wrong-secret", "metrics at");
        }
    }

    @Test
    void theHostsOwnTlsIsLeftAlone() throws Exception {
        SSLContext before = SSLContext.getDefault();
        try (RunningEndpoint running = start(RunningEndpoint.PATIENT)) {
            assertThatItAnswers(running);
        }
        assertThat(SSLContext.getDefault()).isSameAs(before);
        assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith("javax.net.ssl."));
    }

    private static byte[] untilCutOff(InputStream in) throws IOException {
        try {
            return in.readAllBytes();
        } catch (SocketException e) {
            return new byte[0];
        }
    }
}
