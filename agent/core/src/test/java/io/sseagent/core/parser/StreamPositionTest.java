package io.sseagent.core.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamPositionTest {
    private static final String BOM = "\uFEFF";

    private final RecordingListener listener = new RecordingListener();

    @Test
    void noByteOrderMarkIsExpectedInMidStream() {
        EventStreamParser parser = EventStreamParser.midStream(listener);

        feed(parser, "\n" + BOM + "data:a\n\n");
        feed(EventStreamParser.midStream(listener), BOM + "data:a\ndata:b\n\n");

        assertThat(listener.calls)
                .containsExactly(
                        RecordingListener.withoutData(Field.UNKNOWN.mask(), 11), RecordingListener.event("", 1, 18));
    }

    @Test
    void aFirstBlockWithoutDataIsNotReportedInMidStream() {
        EventStreamParser parser = EventStreamParser.midStream(listener);

        feed(parser, "id:1\nrest of a line\n\nevent:a\n\n");

        assertThat(listener.calls)
                .containsExactly(RecordingListener.id("1"), RecordingListener.withoutData(Field.EVENT.mask(), 9));
    }

    @Test
    void aBlockThatIsCutOffIsReportedInMidStream() {
        EventStreamParser parser = EventStreamParser.midStream(listener);

        feed(parser, "rest of a line\n");
        parser.end();

        assertThat(listener.calls).containsExactly(RecordingListener.truncated(Field.UNKNOWN.mask(), 15));
    }

    @Test
    void anEmptySliceChangesNothing() {
        EventStreamParser parser = new EventStreamParser(listener);

        parser.feed(new byte[0], 0, 0);
        feed(parser, BOM);
        parser.feed(ByteBuffer.allocate(0), 0, 0);
        feed(parser, "data:a\r");
        parser.feed(ByteBuffer.allocateDirect(0), 0, 0);
        feed(parser, "\ndata:b\r\n\r");
        parser.feed(new byte[] {'\n'}, 1, 1);
        feed(parser, "\n");
        parser.end();

        assertThat(listener.calls).containsExactly(RecordingListener.event("", 3, 17));
    }

    @Test
    void endingTwiceReportsOnce() {
        EventStreamParser parser = new EventStreamParser(listener);

        feed(parser, "data:a");
        parser.end();
        parser.end();

        assertThat(listener.calls).containsExactly(RecordingListener.truncated(Field.DATA.mask(), 6));
    }

    @Test
    void bytesBeyondTheLimitAreOutOfReach() {
        EventStreamParser parser = new EventStreamParser(listener);
        ByteBuffer buffer = ByteBuffer.wrap("data:a\n\n".getBytes(StandardCharsets.UTF_8));
        buffer.limit(7);

        assertThatThrownBy(() -> parser.feed(buffer, 0, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(listener.calls).isEmpty();
    }

    private static void feed(EventStreamParser parser, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        parser.feed(bytes, 0, bytes.length);
    }
}
