package io.sseagent.prometheus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scanners and attackers send to any of the endpoint's paths, over real sockets. */
@Timeout(120)
class HostileRequestTest {
    private static final String DISABLE = "POST /-/disable HTTP/1.1\r\nHost: localhost\r\n";

    private final RunningEndpoint running = RunningEndpoint.start(RunningEndpoint.PATIENT);

    @AfterEach
    void nothingHasHappened() {
        assertThat(running.recorded.model.isRecording()).isTrue();
        assertThat(running.logged()).doesNotContain("WARN", "ERROR");
        running.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/metrics/../-/disable",
                "/metrics/..",
                "/..%2f..%2fetc/passwd",
                "/..%5c..%5cwindows",
                "//metrics",
                "/./metrics",
                "/metrics%00",
                "/metrics;v=1",
                "/-/",
                "/-/disable/",
                "/-/./disable",
                "/-/%64isable",
                "/WEB-INF/web.xml",
                "/.git/config",
                "http://localhost/-/",
                "file:///etc/passwd",
            })
    void noPathLeadsAnywhereButToTheFourThatThereAre(String target) throws Exception {
        for (String method : new String[] {"GET", "POST"}) {
            RawResponse response = running.send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.text()).isEqualTo("Not found\n");
            assertTellsNothing(response);
        }
    }

    @ParameterizedTest
    @CsvSource({"/, GET", "/metrics, GET", "/-/disable, POST", "/-/enable, POST"})
    void everyPathHasItsMethodsAndNoOthers(String path, String right) throws Exception {
        String[] methods = {
            "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT", "OPTIONS", "PATCH", "post", "M".repeat(2000)
        };
        for (String method : methods) {
            if (!method.equals(right) && !(right.equals("GET") && method.equals("HEAD"))) {
                RawResponse response = running.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

                assertThat(response.status()).as("%s %s", method, path).isEqualTo(405);
                assertTellsNothing(response, !method.equals("HEAD"));
            }
        }
    }

    @Test
    void ofPipelinedRequestsTheFirstIsAnsweredAndTheOthersAreNotRead() throws Exception {
        try (RawClient client = new RawClient(running.port())) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" + DISABLE + "\r\n");

            String all = new String(client.socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(all).containsOnlyOnce("HTTP/1.1 ").startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 4", "Transfer-Encoding: chunked", "Content-Length: -1"})
    void aRequestInTheBodyOfAnotherIsNoRequest(String header) throws Exception {
        RawResponse response = running.send(
                "POST /metrics HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n0\r\n\r\n" + DISABLE + "\r\n");

        assertThat(response.status()).isEqualTo(405);
    }

    @Test
    void aClientThatHasClosedItsHalfGetsItsAnswer() throws Exception {
        try (RawClient client = new RawClient(running.port())) {
            client.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
            client.socket.shutdownOutput();

            assertThat(client.receive().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "GET /metrics HTTP/1.1\r\n", DISABLE, "\u0000", "\r\n"})
    void halfARequestIsRefusedWhenItsClientCloses(String half) throws Exception {
        try (RawClient client = new RawClient(running.port())) {
            client.send(half);
            client.socket.shutdownOutput();

            RawResponse response = client.receive();
            assertThat(response.status()).isEqualTo(400);
            assertTellsNothing(response);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " X-Forwarded-For: 192.0.2.1",
                "X-Forwarded-For : 192.0.2.1",
                "X-Forwarded\tFor: 192.0.2.1",
                "X-Forwarded-F\u00f6r: 192.0.2.1",
                "\u0000: x",
            })
    void aHeaderThatAProxyCouldReadOtherwiseIsRefused(String line) throws Exception {
        assertThat(running.get("/", line).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=192.0.2.1",
                "X-Forwarded-For: 127.0.0.1",
                "x-forwarded-proto: https",
                "X-Forwarded-Host: localhost",
                "X-Real-IP: 127.0.0.1",
                "X-Client-IP: 127.0.0.1",
                "Via: 1.1 proxy",
                "Origin: http://localhost:9464",
                "Host: evil.example",
            })
    void whoComesByAProxyOrAPageGetsTheMetricsAlone(String line) throws Exception {
        assertThat(running.get("/metrics", line).status()).isEqualTo(200);
        for (String request : new String[] {"GET / HTTP/1.1\r\n", "GET /no HTTP/1.1\r\n", DISABLE}) {
            RawResponse response = running.send(request + line + "\r\n\r\n");

            assertThat(response.status()).as(request).isEqualTo(403);
            assertTellsNothing(response);
        }
    }

    @Test
    void noiseIsAnsweredWithOneLineOrNotAtAll() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[1 + random.nextInt(i < 450 ? 300 : 20_000)];
            random.nextBytes(noise);
            String answer = answerTo(noise);
            assertThat(answer).as("seed %d, %d", seed, i).matches("(?s)|HTTP/1.1 (400|431) .*");
        }
        await().atMost(20, SECONDS)
                .ignoreExceptions()
                .until(() -> running.get("/metrics").status() == 200);
    }

    private String answerTo(byte[] noise) throws IOException {
        try (RawClient client = new RawClient(running.port())) {
            client.socket.getOutputStream().write(noise);
            client.socket.shutdownOutput();
            return new String(client.socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException cutOff) {
            return "";
        }
    }

    /** Neither what serves nor which version of it, nor a class, a file or a path of the request. */
    private static void assertTellsNothing(RawResponse response) {
        assertTellsNothing(response, true);
    }

    private static void assertTellsNothing(RawResponse response, boolean withBody) {
        assertThat(response.headers()).doesNotContainKeys("Server", "X-Powered-By", "Location");
        assertThat(response.headers().toString() + response.text())
                .doesNotContainIgnoringCase("java", "sse", "1.2.3", "17.0.1", "exception", "/etc", "/-/", "\tat ");
        assertThat(response.text()).matches(withBody ? "[A-Z][A-Za-z0-9 ,]+\n" : "");
    }
}
