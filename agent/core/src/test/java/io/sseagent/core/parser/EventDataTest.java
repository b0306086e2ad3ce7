package io.sseagent.core.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.Allocations;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventDataTest {
    private static final String STREAM =
            "\uFEFFdata: one\n\n: beat\nid: 7\nevent: tick\ndata:two\rdata\r\ndata:  three\r\n\r\n"
                    + "data\n\nid: 8\n\nevent: none\n\ndatum: x\ndata: ä€😀\n\ndata: cut";
    private static final List<String> CALLS =
            List.of("message 'one'", "id '7'", "tick 'two\n\n three'", "message ''", "id '8'", "message 'ä€😀'", "end");

    private final Recorded recorded = new Recorded(new DataBuffers(1));

    @ParameterizedTest
    @EnumSource
    void dataIsTheSameWhereverTheBytesAreCut(Memory memory) {
        byte[] stream = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= stream.length; cut++) {
            Recorded calls = new Recorded(new DataBuffers(1));
            EventStreamParser parser = EventStreamParser.reading(new RecordingListener(), calls, true);
            memory.feedSlice(parser, stream, 0, cut);
            memory.feedSlice(parser, stream, cut, stream.length);
            parser.end();
            assertThat(calls.calls).isEqualTo(CALLS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void dataIsTheSameByteByByte(Memory memory) {
        byte[] stream = STREAM.getBytes(StandardCharsets.UTF_8);
        EventStreamParser parser = EventStreamParser.reading(new RecordingListener(), recorded, true);
        for (int i = 0; i < stream.length; i++) {
            memory.feedSlice(parser, stream, i, i + 1);
        }
        parser.end();
        assertThat(recorded.calls).isEqualTo(CALLS);
    }

    @Test
    void whatIsBeyondTheBoundIsCutOff() {
        feed("data: " + "x".repeat(EventData.MAX_BYTES) + "y\n\n");
        feed("data: " + "x".repeat(EventData.MAX_BYTES - 1) + "\n\n");
        feed("data: x\n".repeat(EventData.MAX_BYTES) + "\n");
        assertThat(recorded.lengths)
                .containsExactly(-EventData.MAX_BYTES, EventData.MAX_BYTES - 1, -EventData.MAX_BYTES);
    }

    @Test
    void aBufferIsHeldFromTheFirstLineToTheEndOfItsEvent() {
        DataBuffers one = new DataBuffers(1);
        Recorded first = new Recorded(one);
        Recorded second = new Recorded(one);
        EventStreamParser slow = EventStreamParser.reading(new RecordingListener(), first, true);
        EventStreamParser fast = EventStreamParser.reading(new RecordingListener(), second, true);
        feed(slow, "event: x\n");
        feed(fast, "data: 1\n\n");
        feed(slow, "data: begun");
        feed(fast, "data: 2\n\n");
        feed(slow, "\n\n");
        feed(fast, "data: 3\n\n");
        assertThat(first.calls).containsExactly("x 'begun'");
        assertThat(second.calls).containsExactly("message '1'", "no buffer", "message '3'");
    }

    @Test
    void aStreamThatWasCollectedHoldsNoBuffer() {
        DataBuffers one = new DataBuffers(1);
        WeakReference<EventData> lost = new WeakReference<>(new Recorded(one));
        assertThat(one.take(lost)).isNotNull();
        assertThat(one.take(new WeakReference<>(recorded))).isNull();
        lost.clear();
        assertThat(one.take(new WeakReference<>(recorded))).isNotNull();
    }

    @Test
    void collectingAllocatesNothing() {
        EventData data = new EventData(new DataBuffers(1)) {
            @Override
            protected void onData(BoundedBytes type, byte[] bytes, int length, boolean cut) {}

            @Override
            protected void onId(BoundedBytes id) {}

            @Override
            protected void onNoBuffer() {}

            @Override
            protected void onEnd() {}
        };
        EventStreamParser parser = EventStreamParser.reading(
                new RecordingListener() {
                    @Override
                    public void onEvent(BoundedBytes type, long blockBytes, long dataBytes) {}
                },
                data,
                true);
        byte[] event = "data: {\"some\":\"text\"}\ndata: more\n\n".getBytes(StandardCharsets.UTF_8);
        long allocated = Allocations.leastBytesOf(() -> {
            for (int i = 0; i < 20_000; i++) {
                parser.feed(event, 0, event.length);
            }
        });
        assertThat(allocated).isZero();
    }

    private void feed(String text) {
        feed(EventStreamParser.reading(new RecordingListener(), recorded, true), text);
    }

    private static void feed(EventStreamParser parser, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        parser.feed(bytes, 0, bytes.length);
    }

    private static final class Recorded extends EventData {
        final List<String> calls = new ArrayList<>();
        /** Negative if there was more. */
        final List<Integer> lengths = new ArrayList<>();

        Recorded(DataBuffers buffers) {
            super(buffers);
        }

        @Override
        protected void onData(BoundedBytes type, byte[] data, int length, boolean cut) {
            String name = type.length() == 0 ? "message" : type.toString();
            calls.add(name + " '" + new String(data, 0, length, StandardCharsets.UTF_8) + "'");
            lengths.add(cut ? -length : length);
        }

        @Override
        protected void onId(BoundedBytes id) {
            calls.add("id '" + id + "'");
        }

        @Override
        protected void onNoBuffer() {
            calls.add("no buffer");
        }

        @Override
        protected void onEnd() {
            calls.add("end");
        }
    }
}
