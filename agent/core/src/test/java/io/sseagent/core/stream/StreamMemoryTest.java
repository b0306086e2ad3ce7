package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamMemoryTest {
    private static final int STREAMS = 10_000;
    private static final int MOST_BYTES = 1_024;
    /** The parser's copies of a short type and id (in a line, in a block, committed), and the counts of four types. */
    private static final int TYPES_AND_IDS_BYTES = 4 * 24 + 64;

    private final GivenModel given = new GivenModel("streams.max=1000000");

    @Test
    void aStreamWithoutEventsIsSmall() {
        assertThat(bytesPerStream("")).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void aStreamWithHeartbeatsIsSmall() {
        assertThat(bytesPerStream(": beat\n\n")).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void aStreamWithPlainEventsIsSmall() {
        assertThat(bytesPerStream("data: hello\n\n")).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void aStreamWithTypedAndNumberedEventsIsSmall() {
        assertThat(bytesPerStream("id: 1234\nevent: price\ndata: hello\n\n"))
                .isLessThanOrEqualTo(MOST_BYTES + TYPES_AND_IDS_BYTES);
    }

    /** The text is written four times, the second time a quarter of a second after the first. */
    private long bytesPerStream(String text) {
        SseStream[] streams = new SseStream[STREAMS];
        // what the route itself costs is not the streams'
        for (int i = 0; i < 100; i++) {
            write(given.open(), text);
        }
        long before = UsedHeap.bytes();
        for (int i = 0; i < STREAMS; i++) {
            streams[i] = given.open();
            timedWrite(streams[i], text);
        }
        given.clock.advanceMillis(250);
        for (SseStream stream : streams) {
            timedWrite(stream, text);
            timedWrite(stream, text);
            timedWrite(stream, text);
        }
        long bytes = (UsedHeap.bytes() - before) / STREAMS;
        assertThat(given.read().active()).isGreaterThanOrEqualTo(STREAMS);
        assertThat(streams[STREAMS - 1]).isNotNull();
        return bytes;
    }

    private void timedWrite(SseStream stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.wrote(bytes, 0, bytes.length, given.clock.nanos());
        stream.flushed();
    }
}
