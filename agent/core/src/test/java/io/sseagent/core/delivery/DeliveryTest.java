package io.sseagent.core.delivery;

import static io.sseagent.core.delivery.GivenDelivery.NOW_MILLIS;
import static io.sseagent.core.delivery.GivenDelivery.get;
import static io.sseagent.core.delivery.GivenDelivery.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.stats.HistogramTotals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
    private static final String BOTH = "delivery.event.time=/e,delivery.publish.time=/p";

    private final GivenDelivery given = new GivenDelivery(BOTH);

    @Test
    void eachLegIsMeasured() {
        given.event("{\"e\":" + (NOW_MILLIS - 700) + ",\"p\":\"2023-11-14T22:13:19.800Z\"}");

        GivenDelivery.Reading reading = given.read();
        assertThat(reading.delivery("event_to_publish").sum()).isEqualTo(0.5);
        assertThat(reading.delivery("publish_to_write").sum()).isEqualTo(0.2);
        assertThat(reading.delivery("event_to_write").sum()).isEqualTo(0.7);
        assertThat(reading.allRejects()).isZero();
        assertThat(reading.window("event_to_write").count()).isEqualTo(1);
        assertThat(reading.window("event_to_write").value(0)).isCloseTo(0.7, within(0.001));
    }

    @Test
    void aTimeThatIsMissingLeavesTheOtherLeg() {
        given.event("{\"e\":" + (NOW_MILLIS - 700) + "}");

        GivenDelivery.Reading reading = given.read();
        assertThat(reading.delivery("event_to_write").count()).isEqualTo(1);
        assertThat(reading.delivery("event_to_publish")).isNull();
        assertThat(reading.rejects("missing")).isEqualTo(1);
        assertThat(reading.allRejects()).isEqualTo(1);
    }

    @Test
    void whatIsNoJsonHasNoTimes() {
        given.event("ping").event("[DONE]").event("{\"e\":\"soon\",\"p\":{}}");

        GivenDelivery.Reading reading = given.read();
        assertThat(reading.rejects("unparsable")).isEqualTo(5);
        assertThat(reading.rejects("missing")).isEqualTo(1);
        assertThat(reading.histograms()).isEmpty();
    }

    @Test
    void clocksMayDifferALittle() {
        given.event("{\"e\":" + (NOW_MILLIS + 4_999) + ",\"p\":" + (NOW_MILLIS + 5_001) + "}");

        GivenDelivery.Reading reading = given.read();
        assertThat(reading.delivery("event_to_write").sum()).isZero();
        assertThat(reading.delivery("event_to_write").count()).isEqualTo(1);
        assertThat(reading.rejects("future")).isEqualTo(1);
    }

    @Test
    void whatIsTooOldIsStale() {
        given.event("{\"e\":" + (NOW_MILLIS - 3_600_001) + ",\"p\":" + (NOW_MILLIS - 3_600_000) + "}");

        GivenDelivery.Reading reading = given.read();
        assertThat(reading.rejects("stale")).isEqualTo(1);
        assertThat(reading.delivery("publish_to_write").sum()).isEqualTo(3_600);
    }

    @Test
    void anEventThatHappenedLongAfterItsPublicationIsRejected() {
        given.event("{\"e\":" + NOW_MILLIS + ",\"p\":" + (NOW_MILLIS - 60_000) + "}");

        GivenDelivery.Reading reading = given.read();
        assertThat(reading.delivery("event_to_publish")).isNull();
        assertThat(reading.rejects("future")).isEqualTo(1);
    }

    @Test
    void aClockThatRunsBackwardsTakesNothingAway() {
        SseStream stream = given.open();
        String event = "data: {\"e\":" + NOW_MILLIS + ",\"p\":" + NOW_MILLIS + "}\n\n";
        given.epochMillis = NOW_MILLIS + 1_000;
        write(stream, event);
        given.epochMillis = NOW_MILLIS - 2_000;
        write(stream, event);
        given.epochMillis = NOW_MILLIS - 86_400_000L;
        write(stream, event);

        GivenDelivery.Reading reading = given.read();
        assertThat(reading.delivery("event_to_write").count()).isEqualTo(2);
        assertThat(reading.delivery("event_to_write").sum()).isEqualTo(1);
        assertThat(reading.rejects("future")).isEqualTo(2);
        assertThat(reading.window("event_to_write").count()).isEqualTo(2);
    }

    @Test
    void anIdMayTellTheTime() {
        GivenDelivery ids = new GivenDelivery("delivery.event.time=id");
        SseStream stream = ids.open();
        write(stream, "id: " + (NOW_MILLIS - 250) + "-7\ndata: no JSON\n\ndata: without\n\nid: order-7\ndata: 1\n\n");
        write(stream, "id: " + "7".repeat(1 << 20) + "\ndata: 1\n\n");

        GivenDelivery.Reading reading = ids.read();
        assertThat(reading.delivery("event_to_write").sum()).isEqualTo(0.25);
        assertThat(reading.rejects("missing")).isEqualTo(1);
        assertThat(reading.rejects("unparsable")).isEqualTo(2);
    }

    @Test
    void eventsOfSeveralLinesAndWritesAreOneText() {
        String text = "data: {\ndata:\"e\": " + (NOW_MILLIS - 100) + ",\r\ndata: \"p\":" + NOW_MILLIS + "}\n\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            SseStream stream = given.open();
            ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes);
            stream.wrote(bytes, 0, cut, 0);
            stream.wrote(direct, cut, bytes.length, 0);
        }

        assertThat(given.read().delivery("event_to_publish").count()).isEqualTo(bytes.length + 1);
        assertThat(given.read().delivery("event_to_publish").sum()).isCloseTo(0.1 * (bytes.length + 1), within(1e-6));
        assertThat(given.read().allRejects()).isZero();
    }

    @Test
    void sixteenKilobytesAreReadAndNotMore() {
        String times = "\"e\":" + NOW_MILLIS + ",\"p\":" + NOW_MILLIS;
        given.event("{" + times + ",\"x\":\"" + "y".repeat(1 << 20) + "\"}");
        given.event("{\"x\":\"" + "y".repeat(16_200) + "\"," + times + "}");
        assertThat(given.read().allRejects()).isZero();

        given.event("{\"x\":\"" + "y".repeat(16_400) + "\"," + times + "}");
        assertThat(given.read().rejects("missing")).isEqualTo(2);
        assertThat(given.read().delivery("event_to_write").count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"e\":", "[[[[", "\"\\ud800", "{\"e\":1e400,\"p\":-0}", "{\"\\u0000\":{}}", "nul", "-"})
    void hostileTextsCostTheirTimesAlone(String json) {
        SseStream stream = given.open();
        write(stream, "data: " + json + "\n\ndata: " + json.repeat(5_000) + "\n\n");
        write(stream, "data: {\"e\":" + NOW_MILLIS + ",\"p\":" + NOW_MILLIS + "}\n\n");

        assertThat(given.read().delivery("event_to_write").count()).isEqualTo(1);
        assertThat(given.model.read().get(0).totals().streams().events()).isEqualTo(3);
        assertThat(given.health.errors().get("delivery")).isZero();
    }

    @Test
    void tenThousandTypesAreReadAlike() {
        SseStream stream = given.open();
        for (int i = 0; i < 10_000; i++) {
            write(stream, "event: type-" + i + "\ndata: {\"e\":" + NOW_MILLIS + ",\"p\":" + NOW_MILLIS + "}\n\n");
        }

        assertThat(given.read().delivery("event_to_write").count()).isEqualTo(10_000);
        assertThat(given.read().histograms()).hasSize(3);
    }

    @Test
    void aTraceBecomesAnExemplarOfTheSlowest() {
        SseStream stream = given.open(get("/feed")
                .header(StreamRequest.TRACEPARENT, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        write(stream, "data: {\"e\":" + (NOW_MILLIS - 300) + "}\n\ndata: {\"e\":" + (NOW_MILLIS - 200) + "}\n\n");

        HistogramTotals times = given.read().delivery("event_to_write");
        assertThat(times.exemplars()).singleElement().satisfies(exemplar -> {
            assertThat(exemplar.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(exemplar.value()).isEqualTo(300_000_000L);
        });
    }

    @Test
    void onlyTheRoutesThatAreAskedForAreRead() {
        GivenDelivery routes = new GivenDelivery("delivery.event.time=/e,delivery.routes=/api/* /feed");
        for (String path : new String[] {"/feed", "/feed/more", "/api/prices", "/other"}) {
            write(routes.open(get(path)), "data: {\"e\":" + NOW_MILLIS + "}\n\n");
        }

        assertThat(routes.read().histograms().keySet())
                .containsExactly(
                        "sse_delivery_seconds[/api/prices, event_to_write, , , ]",
                        "sse_delivery_seconds[/feed, event_to_write, , , ]");
    }

    @Test
    void whileTheAgentIsDisabledNothingIsRead() {
        SseStream stream = given.open();
        String event = "data: {\"e\":" + NOW_MILLIS + ",\"p\":" + NOW_MILLIS + "}\n\n";
        write(stream, "data: {\"e\":");
        given.model.switchTo(false);
        write(stream, event);
        given.model.switchTo(true);
        write(stream, event);

        assertThat(given.read().delivery("event_to_write").count()).isEqualTo(1);
        assertThat(given.read().allRejects()).isZero();
    }
}
