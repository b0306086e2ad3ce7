package io.sseagent.core.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A row of a table: a whole stream and every call it must lead to, however it is cut. Each character of the stream is one
 * byte.
 */
record StreamCase(String name, String text, List<String> calls) {
    static StreamCase row(String name, String stream, String... calls) {
        return new StreamCase(name, stream, List.of(calls));
    }

    void verifyEveryCut() {
        byte[] stream = text.getBytes(StandardCharsets.ISO_8859_1);
        for (Memory memory : Memory.values()) {
            verify(memory, stream, stream.length, stream.length);
            verify(memory, stream, 1, 1);
            for (int cut = 1; cut < stream.length; cut++) {
                verify(memory, stream, cut, stream.length);
            }
        }
    }

    private void verify(Memory memory, byte[] stream, int firstLength, int otherLengths) {
        RecordingListener listener = new RecordingListener();
        EventStreamParser parser = new EventStreamParser(listener);
        int from = 0;
        int to = Math.min(firstLength, stream.length);
        while (from < stream.length) {
            memory.feedSlice(parser, stream, from, to);
            from = to;
            to = Math.min(to + otherLengths, stream.length);
        }
        parser.end();
        assertThat(listener.calls)
                .as("%s, %s, first slice of %d, then of %d", this, memory, firstLength, otherLengths)
                .isEqualTo(calls);
    }

    @Override
    public String toString() {
        return name;
    }
}
