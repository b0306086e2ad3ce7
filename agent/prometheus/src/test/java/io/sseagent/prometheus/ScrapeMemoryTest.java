package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.Allocations;
import io.sseagent.core.health.DisabledBy;
import io.sseagent.core.labels.LabelsConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 20,000 streams on 200 routes, whose text is more than two megabytes. */
@Timeout(180)
class ScrapeMemoryTest {
    private static final String PROTOBUF =
            "application/vnd.google.protobuf;" + "proto=io.prometheus.client.MetricFamily;encoding=delimited";
    private static final long MEGABYTE = 1_000_000;
    private static final RecordedModel RECORDED = new RecordedModel();
    /** The model holds them weakly. */
    private static final List<SseStream> STREAMS = new ArrayList<>();

    static {
        for (int i = 0; i < 20_000; i++) {
            STREAMS.add(RECORDED.open(RecordedModel.get("/")
                    .route("/shop/prices/events/of-" + i % 200)
                    .elapsedNanos(1_000_000)));
        }
        for (int event = 0; event < 3; event++) {
            for (SseStream stream : STREAMS) {
                RECORDED.write(stream, "data: " + "x".repeat(90) + "\n\n", 20_000);
            }
        }
    }

    private final BodyMemory memory = new BodyMemory();
    private final ScrapeHandler handler = new ScrapeHandler(
            new MetricsReader(RECORDED.model, LabelsConfig.NONE, "1.2.3", "17.0.1"), RECORDED.health, memory);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: text/plain",
                "Accept: application/openmetrics-text",
                "Accept: " + PROTOBUF,
                "Accept-Encoding: gzip",
                "Accept-Encoding: gzip\r\nAccept: " + PROTOBUF
            })
    void aScrapeAllocatesLessThanFiveMegabytes(String headers) {
        long bytes = Allocations.leastBytesOf(() -> answer(headers, OutputStream.nullOutputStream()));

        assertThat(bytes).isLessThan(5 * MEGABYTE);
    }

    @Test
    void theTextAloneTakesTwoOfThem() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        answer("", text);

        assertThat(text.size()).isGreaterThan((int) (2 * MEGABYTE));
        assertThat(kept() * (long) BodyMemory.PIECE_BYTES).isBetween(2 * MEGABYTE, 4 * MEGABYTE);
    }

    @Test
    void anAnswerIsWholeThoughOthersAreMadeWhileItIsSent() {
        String query = "name[]=sse_streams_opened_total&name[]=sse_stream_requests_total";
        byte[] expected = Scrape.bytes(
                MetricsFormat.TEXT,
                new MetricsReader(RECORDED.model, LabelsConfig.NONE, "1.2.3", "17.0.1")
                        .read(NameFilter.ofQuery(query), false));
        ByteArrayOutputStream received = new ByteArrayOutputStream();

        answerTo("/metrics?" + query, "", new FilterOutputStream(received) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                answer("Accept: application/openmetrics-text", OutputStream.nullOutputStream());
                super.out.write(bytes, offset, length);
            }
        });

        assertThat(expected).hasSizeGreaterThan(2 * BodyMemory.PIECE_BYTES);
        assertThat(RawResponse.parse(received.toByteArray()).body()).isEqualTo(expected);
    }

    @Test
    void aClientThatLeavesGivesTheMemoryBack() {
        assertThatThrownBy(() -> response("/metrics", "").writeTo(new Gone(), true))
                .isInstanceOf(IOException.class);

        assertThat(kept()).isGreaterThan(50);
    }

    @Test
    void aHeadAloneGivesTheMemoryBack() throws Exception {
        response("/metrics", "").writeTo(OutputStream.nullOutputStream(), false);

        assertThat(kept()).isGreaterThan(50);
    }

    @Test
    void noMoreIsKeptThanTheLargestAnswerTook() {
        Body[] atOnce = {body(10), body(10), body(10)};
        for (Body each : atOnce) {
            each.release();
        }

        assertThat(kept()).isEqualTo(10);
    }

    @Test
    void aGiantAnswerIsKeptInPart() {
        body(1_000).release();

        assertThat(kept()).isEqualTo(BodyMemory.MOST_PIECES);
    }

    @Test
    void oneSmallAnswerAfterALargeOneCostsAnEighthOfIt() {
        body(80).release();
        body(2).release();

        assertThat(kept()).isEqualTo(70);
    }

    @Test
    void manySmallAnswersMakeALargeOneForgotten() {
        body(80).release();
        for (int answer = 0; answer < 40; answer++) {
            body(2).release();
        }

        assertThat(kept()).isEqualTo(2);
    }

    @Test
    void anAnswerWithinTheTimeKeepsTheMemory() {
        body(3).release();
        seconds(BodyMemory.MOST_IDLE_SECONDS - 1);
        body(3).release();
        seconds(BodyMemory.MOST_IDLE_SECONDS - 1);

        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void nothingIsKeptWhenNobodyScrapes() {
        body(3).release();
        seconds(BodyMemory.MOST_IDLE_SECONDS);

        assertThat(kept()).isZero();
    }

    @Test
    void theEndpointLetsGoWhenNobodyScrapes() throws Exception {
        try (RunningEndpoint running = SlowScraperTest.large(RunningEndpoint.PATIENT)) {
            running.get("/metrics");
            long before = SlowScraperTest.usedHeap();
            for (int second = 0; second < BodyMemory.MOST_IDLE_SECONDS; second++) {
                running.endpoint.refresh();
            }

            assertThat(before - SlowScraperTest.usedHeap()).isGreaterThan(3 * MEGABYTE);
        }
    }

    @Test
    void theEndpointOfADisabledAgentLetsGoAtOnce() throws Exception {
        try (RunningEndpoint running = SlowScraperTest.large(RunningEndpoint.PATIENT)) {
            running.get("/metrics");
            long before = SlowScraperTest.usedHeap();
            running.agentSwitch.disable(DisabledBy.FILE, "a test");
            running.endpoint.refresh();

            assertThat(before - SlowScraperTest.usedHeap()).isGreaterThan(3 * MEGABYTE);
        }
    }

    private void seconds(int count) {
        for (int second = 0; second < count; second++) {
            memory.secondPassed();
        }
    }

    private Body body(int pieces) {
        Body body = new Body(memory);
        byte[] bytes = new byte[pieces * BodyMemory.PIECE_BYTES];
        Arrays.fill(bytes, (byte) 'x');
        body.write(bytes, 0, bytes.length);
        return body;
    }

    /** How many pieces have been written to, of which text leaves no octet 0; takes them. */
    private int kept() {
        int kept = 0;
        while (memory.take()[0] != 0) {
            kept++;
        }
        return kept;
    }

    private void answer(String headers, OutputStream out) {
        answerTo("/metrics", headers, out);
    }

    private void answerTo(String target, String headers, OutputStream out) {
        try {
            response(target, headers).writeTo(out, true);
        } catch (IOException | RequestRejected e) {
            throw new AssertionError(e);
        }
    }

    private Response response(String target, String headers) throws IOException, RequestRejected {
        String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n";
        return handler.answer(RequestHead.read(new ByteArrayInputStream(request.getBytes(StandardCharsets.US_ASCII))));
    }

    private static final class Gone extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
