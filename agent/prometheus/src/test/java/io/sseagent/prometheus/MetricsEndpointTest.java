package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MetricsEndpointTest {
    private static final String PROTOBUF = "Accept: application/vnd.google.protobuf;"
            + "proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.7,text/plain;q=0.3";

    private final RunningEndpoint running = RunningEndpoint.start(RunningEndpoint.PATIENT);

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void textIsTheDefault() throws Exception {
        RawResponse response = running.get("/metrics");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsEntry("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .containsEntry("Content-Length", String.valueOf(response.body().length))
                .containsEntry("Connection", "close")
                .doesNotContainKeys("Content-Encoding", "Server");
        assertThat(Series.value(response.text(), "sse_events_total", "event", "tick"))
                .isEqualTo(1);
    }

    @Test
    void openMetricsCarriesExemplars() throws Exception {
        RawResponse response = running.get("/metrics", "Accept: application/openmetrics-text;version=1.0.0");

        assertThat(response.headers())
                .containsEntry("Content-Type", "application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(response.text()).endsWith("# EOF\n");
        String exemplar = "# {span_id=\"" + RecordedModel.SPAN_ID + "\",trace_id=\"" + RecordedModel.TRACE_ID + "\"} ";
        for (String name : new String[] {
            "sse_stream_establish_seconds",
            "sse_first_event_seconds",
            "sse_stream_duration_seconds",
            "sse_write_seconds"
        }) {
            assertThat(response.text().lines())
                    .as(name)
                    .anySatisfy(line ->
                            assertThat(line).startsWith(name + "_bucket").contains(exemplar));
        }
        assertThat(response.text().lines())
                .noneSatisfy(
                        line -> assertThat(line).startsWith("sse_event_gap").contains("trace_id"));
    }

    @Test
    void protobufCarriesNativeHistograms() throws Exception {
        RawResponse response = running.get("/metrics", PROTOBUF);

        assertThat(response.headers().get("Content-Type")).startsWith("application/vnd.google.protobuf; proto=io.");
        assertThat(ProtobufFormatTest.decode(response.body()))
                .filteredOn(family -> family.getName().equals("sse_event_gap_seconds"))
                .singleElement()
                .satisfies(family -> assertThat(family.getMetricList())
                        .isNotEmpty()
                        .allSatisfy(metric -> {
                            assertThat(metric.getHistogram().getSchema()).isEqualTo(3);
                            assertThat(metric.getHistogram().getPositiveSpanList())
                                    .isNotEmpty();
                            assertThat(metric.getHistogram().getBucketList()).hasSize(16);
                        }));
    }

    @Test
    void gzipIsUsedWhenItIsAccepted() throws Exception {
        RawResponse zipped = running.get("/metrics", "Accept-Encoding: br, gzip;q=0.5");
        RawResponse plain = running.get("/metrics", "Accept-Encoding: gzip;q=0, identity");

        assertThat(zipped.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(Series.value(zipped.unzippedText(), "sse_comments_total")).isEqualTo(1);
        assertThat(plain.headers()).doesNotContainKey("Content-Encoding");
        assertThat(plain.body()).hasSizeGreaterThan(zipped.body().length);
    }

    @Test
    void headIsTheSameWithoutBody() throws Exception {
        RawResponse head = running.send("HEAD /metrics HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(Integer.parseInt(head.headers().get("Content-Length"))).isPositive();
        assertThat(head.body()).isEmpty();
    }

    @Test
    void theRootNamesTheMetrics() throws Exception {
        RawResponse root = running.get("/");

        assertThat(root.status()).isEqualTo(200);
        assertThat(root.text()).isEqualTo("Metrics are at /metrics\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics/", "/metricsx", "/admin", "*", "/%2e%2e/metrics", "http://elsewhere/other"})
    void otherPathsAreNotFound(String target) throws Exception {
        RawResponse response = running.get(target);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text()).isEqualTo("Not found\n");
    }

    @Test
    void anAbsoluteTargetIsUnderstood() throws Exception {
        assertThat(running.get("http://localhost:9464/metrics?name[]=sse_agent_up")
                        .text()
                        .lines())
                .allMatch(line -> line.contains("sse_agent_up"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get", "TRACE"})
    void otherMethodsAreNotAllowed(String method) throws Exception {
        RawResponse response =
                running.send(method + " /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc");

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers()).containsEntry("Allow", "GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET /metrics\r\n\r\n",
                "GET /metrics HTTP/1.1 x\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nno colon\r\n\r\n",
                "GET /metrics HTTP/1.1\r\n: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n",
                "GET /metrics?name[]=%zz HTTP/1.1\r\n\r\n",
            })
    void brokenRequestsAreRefused(String request) throws Exception {
        assertThat(running.send(request).status()).isEqualTo(400);
    }

    @Test
    void anotherVersionOfHttpIsRefused() throws Exception {
        assertThat(running.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").status()).isEqualTo(505);
    }

    @Test
    void lineFeedsAloneEndALineToo() throws Exception {
        assertThat(running.send("GET /metrics HTTP/1.0\nAccept: */*\n\n").status())
                .isEqualTo(200);
    }

    @Test
    void aHeadBeyondTheBoundIsRefused() throws Exception {
        RawResponse response = running.get("/metrics", "X-Large: " + "x".repeat(100_000));

        assertThat(response.status()).isEqualTo(431);
        assertThat(running.get("/metrics", "X-Fits: " + "x".repeat(7_000)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                IllegalStateException.class,
                AssertionError.class,
                OutOfMemoryError.class,
                StackOverflowError.class,
                IOException.class
            })
    void aFailingScrapeShowsNoTraceAndTheNextOneWorks(Class<? extends Throwable> type) throws Exception {
        Throwable secret = type.getConstructor().newInstance();
        secret.setStackTrace(new StackTraceElement[] {new StackTraceElement("secret", "place", null, 1)});
        running.recorded.health.taps(() -> {
            MetricsEndpointTest.<RuntimeException>throwUndeclared(secret);
            return List.of();
        });

        RawResponse response = running.get("/metrics");

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).isEqualTo("The request failed; standard error of the process says why\n");
        assertThat(running.logged()).containsOnlyOnce(type.getName()).doesNotContain("secret");
        assertThat(running.recorded.health.errors()).containsEntry("metrics_endpoint", 1L);

        running.recorded.health.taps(List::of);
        assertThat(running.get("/metrics").text())
                .contains("sse_agent_errors_total{component=\"metrics_endpoint\"} 1.0");
    }

    @SuppressWarnings("unchecked") // a listener may throw what it does not declare
    private static <T extends Throwable> void throwUndeclared(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void theEndpointsOwnFailuresStartAtZero() throws Exception {
        assertThat(running.get("/metrics").text())
                .contains("sse_agent_errors_total{component=\"metrics_endpoint\"} 0.0");
    }

    @Test
    void everyThreadIsANamedDaemonWithoutContextClassLoader() throws Exception {
        try (RawClient client = new RawClient(running.port())) {
            client.send("GET /metrics");
            running.get("/metrics");

            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("sse-agent-metrics"))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(thread -> {
                        assertThat(thread.isDaemon()).isTrue();
                        assertThat(thread.getContextClassLoader()).isNull();
                    });
        }
    }
}
