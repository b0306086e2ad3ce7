package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.stats.HistogramTotals;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcPausesTest {
    private static final long MILLI = 1_000_000;

    private final GivenModel given = new GivenModel();

    @Test
    void aPauseStallsEveryOpenStream() {
        SseStream closed = given.open();
        given.open();
        given.open();
        given.open(get("/other"));
        closed.close();
        given.model.paused("G1 Young Generation", "Allocation Failure", 30 * MILLI);

        assertThat(given.read("/feed").totals().gcStalledNanos()).isEqualTo(2 * 30 * MILLI);
        assertThat(given.read("/other").totals().gcStalledNanos()).isEqualTo(30 * MILLI);
    }

    @Test
    void pausesAreToldApartByCollectorAndCause() {
        given.open();
        given.model.paused("Copy", "Allocation Failure", 30 * MILLI);
        given.model.paused("Copy", "Allocation Failure", 10 * MILLI);
        given.model.paused("Copy", "System.gc()", 20 * MILLI);
        given.model.paused("MarkSweepCompact", "System.gc()", 0);

        assertThat(pauses("Copy", "Allocation Failure").sum()).isEqualTo(0.04);
        assertThat(pauses("Copy", "System.gc()").count()).isEqualTo(1);
        assertThat(pauses("MarkSweepCompact", "System.gc()").count()).isEqualTo(1);
    }

    @Test
    void withoutStreamsOrWhileDisabledNothingCounts() {
        given.model.paused("Copy", "System.gc()", MILLI);
        given.open();
        given.model.switchTo(false);
        given.model.paused("Copy", "System.gc()", MILLI);
        given.model.switchTo(true);

        assertThat(given.model.gcPauses().read()).isEmpty();
        assertThat(given.read().totals().gcStalledNanos()).isZero();
    }

    @Test
    void anEventBehindAPauseIsDelayedOnceWhateverItsGap() {
        SseStream stream = given.open();
        given.model.paused("Copy", "System.gc()", MILLI);
        write(stream, "data: the first has no event before it\n\n");
        assertThat(delayed()).isZero();

        given.model.paused("Copy", "System.gc()", MILLI);
        given.model.paused("Copy", "System.gc()", MILLI);
        write(stream, ": no event\n\n");
        assertThat(delayed()).isZero();
        write(stream, "data: 1\n\ndata: 2\n\n");
        write(stream, "data: 3\n\n");
        assertThat(delayed()).isEqualTo(1);

        given.model.paused("Copy", "System.gc()", MILLI);
        write(stream, "data: 4\n\n");
        stream.close();
        assertThat(delayed()).isEqualTo(2);
    }

    @Test
    void endlesslyManyCausesAreBounded() {
        given.open();
        for (int i = 0; i < 1_000; i++) {
            given.model.paused("Copy", "cause " + i, MILLI);
        }
        Map<String, HistogramTotals> causes = given.model.gcPauses().read().get("Copy");
        assertThat(causes).hasSize(33);
        assertThat(causes.get("_other_").count()).isEqualTo(1_000 - 32);
    }

    private HistogramTotals pauses(String gc, String cause) {
        return given.model.gcPauses().read().get(gc).get(cause);
    }

    private long delayed() {
        return given.read().totals().streams().get(StreamCounter.DELAYED_BY_GC);
    }
}
