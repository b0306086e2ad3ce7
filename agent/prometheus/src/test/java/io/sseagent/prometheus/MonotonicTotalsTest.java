package io.sseagent.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.labels.LabelsConfig;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamModel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MonotonicTotalsTest {
    private static final byte[] EVENT = "data: 1\n\n".getBytes(StandardCharsets.UTF_8);
    private static final int SCRAPES = 300;

    private final StreamModel model = RecordedModel.of(new AgentHealth(), Clock.SYSTEM);
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    @Timeout(60)
    void noTotalStepsBackWhileStreamsAreWrittenAndClosed() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        Map<String, Double> last = new HashMap<>();
        try {
            Future<Long> first = writers.submit(this::writeStreams);
            Future<Long> second = writers.submit(this::writeStreams);
            for (int i = 0; i < SCRAPES; i++) {
                scrape(last);
            }
            done.set(true);
            long written = first.get() + second.get();
            scrape(last);
            assertThat(last.get("sse_events_total{event=message, http_route=/feed, mode=subscription}"))
                    .isEqualTo((double) written);
            assertThat(last.get("sse_event_size_bytes_count{http_route=/feed}")).isEqualTo((double) written);
        } finally {
            done.set(true);
            writers.shutdownNow();
            assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void scrape(Map<String, Double> last) {
        String text = Scrape.text(new MetricsReader(model, LabelsConfig.NONE, "1", "1").read(NameFilter.ALL, true));
        for (Series series : Series.parse(text)) {
            boolean rises = series.name().matches(".*_(total|count|bucket|sum)");
            Double before = rises ? last.put(series.name() + series.labels(), series.value()) : null;
            assertThat(before == null || before <= series.value())
                    .as("%s was %s", series, before)
                    .isTrue();
        }
    }

    private long writeStreams() {
        long events = 0;
        while (!done.get()) {
            SseStream stream = model.opened(RecordedModel.get("/feed").elapsedNanos(1));
            for (int i = 0; i < 50; i++) {
                stream.wrote(EVENT, 0, EVENT.length, System.nanoTime());
                stream.flushed();
                events++;
            }
            stream.evidence(CloseReason.COMPLETE);
            stream.close();
        }
        return events;
    }
}
