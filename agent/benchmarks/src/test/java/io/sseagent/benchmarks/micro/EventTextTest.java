package io.sseagent.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.core.stream.StreamModel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventTextTest {

    @Test
    void anEventHasTheSizeAskedForAndEndsWithItsBlankLine() {
        String event = new String(EventText.oneEvent(100), StandardCharsets.US_ASCII);

        assertThat(event).hasSize(100).startsWith("event: tick\ndata: ").endsWith("\n\n");
        assertThat(event.substring(0, 98)).doesNotContain("\n\n");
    }

    @Test
    void whatTheBenchmarksFeedIsCountedByTheModel() {
        StreamModel model = Models.installed();
        SseStream stream = Models.open("/events", "test");

        stream.wrote(EventText.manyEvents(100, 8000), 0, 8000, System.nanoTime());
        stream.flushed();

        assertThat(model.tracked()).isEqualTo(1);
        assertThat(model.read())
                .singleElement()
                .satisfies(endpoint ->
                        assertThat(endpoint.totals().streams().events()).isEqualTo(80));
    }
}
