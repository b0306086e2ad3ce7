package io.sseagent.core.delivery;

import static io.sseagent.core.delivery.GivenDelivery.NOW_MILLIS;
import static io.sseagent.core.delivery.GivenDelivery.get;
import static io.sseagent.core.delivery.GivenDelivery.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.catalogue.AgentMetrics;
import io.sseagent.core.health.Bound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryBoundsTest {
    @Test
    void dimensionsComeFromDataAndHeaders() {
        GivenDelivery given =
                new GivenDelivery("delivery.event.time=/e,delivery.scene=/s,delivery.decision.type=header:X-Decision");
        int header = StreamRequest.alsoRead("x-decision");
        SseStream stream = given.open(get("/feed").header(header, "block"));
        write(stream, event("pay") + event("login") + event("pay") + "data: {\"e\":" + NOW_MILLIS + "}\n\n");

        assertThat(given.read().delivery("event_to_write", "pay", "", "block").count())
                .isEqualTo(2);
        assertThat(given.read().delivery("event_to_write", "login", "", "block").count())
                .isEqualTo(1);
        assertThat(given.read().delivery("event_to_write", "", "", "block").count())
                .isEqualTo(1);
    }

    private static String event(String scene) {
        return "data: {\"e\":" + NOW_MILLIS + ",\"s\":\"" + scene + "\"}\n\n";
    }

    @Test
    void valuesOfADimensionAreBounded() {
        GivenDelivery given = new GivenDelivery("delivery.event.time=/e,delivery.scene=/s,delivery.values.max=3");
        SseStream stream = given.open();
        for (int i = 0; i < 10_000; i++) {
            write(stream, event("scene-" + i));
        }
        write(stream, event("x".repeat(65)));

        assertThat(given.read().histograms()).hasSize(4);
        assertThat(given.read().delivery("event_to_write", "_other_").count()).isEqualTo(9_998);
        assertThat(given.health.overflows()).containsEntry(Bound.DELIVERY_VALUES.label(), 9_998L);
    }

    @Test
    void combinationsOfDimensionsAreBounded() {
        GivenDelivery given = new GivenDelivery(
                "delivery.event.time=/e,delivery.scene=/s,delivery.channel=/c,delivery.series.max=10,delivery.values.max=100");
        SseStream stream = given.open();
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                write(stream, "data: {\"e\":" + NOW_MILLIS + ",\"s\":\"s" + i + "\",\"c\":\"c" + j + "\"}\n\n");
            }
        }

        assertThat(given.read().histograms()).hasSize(11);
        assertThat(given.read().delivery("event_to_write", "_other_", "_other_").count())
                .isEqualTo(9_990);
        assertThat(given.health.overflows().get(Bound.DELIVERY_SERIES.label())).isPositive();
    }

    @Test
    void eventsUnderWayAreBounded() {
        GivenDelivery given = new GivenDelivery("delivery.event.time=/e,delivery.buffers.max=2");
        List<SseStream> streams = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            streams.add(given.open());
            write(streams.get(i), "data: {\"e\":" + NOW_MILLIS);
        }
        for (SseStream stream : streams) {
            write(stream, "}\n\n");
        }

        assertThat(given.read().delivery("event_to_write").count()).isEqualTo(2);
        assertThat(given.read().allRejects()).isZero();
        assertThat(given.health.overflows()).containsEntry(Bound.DELIVERY_BUFFERS.label(), 3L);
        write(streams.get(4), "data: {\"e\":" + NOW_MILLIS + "}\n\n");
        assertThat(given.read().delivery("event_to_write").count()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "DELIVERY_.*")
    void theMetricSaysWhatBecomesOfTheRest(Bound bound) {
        assertThat(AgentMetrics.OVERFLOW.help()).contains(bound.label());
    }

    @Test
    void aStreamThatEndsGivesItsBufferBack() {
        GivenDelivery given = new GivenDelivery("delivery.event.time=/e,delivery.buffers.max=1");
        for (int i = 0; i < 10; i++) {
            SseStream stream = given.open();
            write(stream, "data: cut off");
            stream.close();
        }
        given.event("{\"e\":" + NOW_MILLIS + "}");

        assertThat(given.read().delivery("event_to_write").count()).isEqualTo(1);
        assertThat(given.health.overflows()).doesNotContainKey(Bound.DELIVERY_BUFFERS.label());
    }
}
