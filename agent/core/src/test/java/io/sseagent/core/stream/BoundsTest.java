package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static io.sseagent.core.stream.GivenModel.request;
import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.catalogue.AgentMetrics;
import io.sseagent.core.health.Bound;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every bound of the model has a setting that works and a counter that tells. */
class BoundsTest {
    private static final int TOO_MANY = 5;

    @ParameterizedTest
    @EnumSource(
            value = Bound.class,
            mode = Mode.MATCH_NONE,
            names = {"SOCKETS", "STARTED_WORK", "ORPHAN_SITES", "DELIVERY_.*"})
    void aBoundIsSetFilledAndCounted(Bound bound) {
        // one of its kind, and of the memory none
        GivenModel given = new GivenModel(bound.setting() + (bound == Bound.STREAM_MEMORY ? "=0" : "=1"));
        fill(bound, given, 1);
        assertThat(given.health.overflows())
                .isEqualTo(bound == Bound.STREAM_MEMORY ? Map.of(bound.label(), 1L) : Map.of());

        fill(bound, given, TOO_MANY);

        assertThat(given.health.overflows()).containsOnlyKeys(bound.label());
        assertThat(given.health.overflows().get(bound.label())).isGreaterThanOrEqualTo(TOO_MANY - 1);
        assertThat(AgentMetrics.OVERFLOW.help()).contains(bound.label());
    }

    private static void fill(Bound bound, GivenModel given, int times) {
        for (int i = 0; i < times; i++) {
            String name = "name" + (char) ('a' + i);
            switch (bound) {
                case ROUTES -> given.open(get("/" + name));
                case STREAMS -> given.open();
                case EVENT_TYPES -> write(given.open(), "event: " + name + "\ndata: x\n\n");
                case RECONNECT_CLIENTS -> lose(given.open(request("GET", "/feed", "10.0.0." + i)));
                case STREAM_MEMORY -> write(given.open(), "data: x\n\n");
                case STARTED_WORK -> given.work().start();
                case ORPHAN_SITES -> given.work().startAt(i);
                default -> throw new AssertionError(bound);
            }
        }
        if (bound == Bound.STARTED_WORK || bound == Bound.ORPHAN_SITES) {
            given.work().settle();
        }
    }

    private static void lose(SseStream stream) {
        stream.evidence(CloseReason.COMPLETE);
        stream.close();
    }
}
