package io.sseagent.core.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.sseagent.core.parser.ConformanceCase.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cases from other projects' test suites, where the folder with them is at hand. */
class ConformanceTest {
    @TestFactory
    Stream<DynamicTest> isReadAsExpectedHoweverItIsCut() throws IOException {
        Optional<Path> folder = ConformanceCase.folder();
        if (folder.isEmpty()) {
            // As a test of its own, so that reports show it as skipped: an aborted factory leaves no trace in them.
            return Stream.of(dynamicTest(
                    "conformance folder", () -> abort("no shared/conformance folder beside or above this checkout")));
        }
        List<ConformanceCase> cases = ConformanceCase.readAll(folder.get());
        assertThat(cases).isNotEmpty();
        return cases.stream().map(oneCase -> dynamicTest(oneCase.name(), () -> verify(oneCase)));
    }

    private static void verify(ConformanceCase oneCase) {
        byte[] stream = oneCase.stream();
        // A replacement character is longer than the malformed bytes it stands for.
        boolean lengthsAreKnown = oneCase.isWellFormed();
        int[] byteByByte = new int[stream.length];
        Arrays.fill(byteByByte, 1);
        for (Memory memory : Memory.values()) {
            verify(oneCase, lengthsAreKnown, memory, stream, stream.length);
            verify(oneCase, lengthsAreKnown, memory, stream, oneCase.chunkLengths());
            verify(oneCase, lengthsAreKnown, memory, stream, byteByByte);
            for (int cut = 1; cut < stream.length; cut++) {
                verify(oneCase, lengthsAreKnown, memory, stream, cut, stream.length - cut);
            }
        }
    }

    private static void verify(
            ConformanceCase oneCase, boolean lengthsAreKnown, Memory memory, byte[] stream, int... lengths) {
        Observer observer = new Observer(oneCase, lengthsAreKnown);
        EventStreamParser parser = new EventStreamParser(observer);
        int from = 0;
        for (int length : lengths) {
            memory.feedSlice(parser, stream, from, from + length);
            from += length;
        }
        assertThat(from).isEqualTo(stream.length);
        parser.end();
        observer.verify();
    }

    /** Sees an event as an event source does, but for the data: of that, an observer only knows the length. */
    private static final class Observer implements EventStreamListener {
        private final ConformanceCase expected;
        private final boolean lengthsAreKnown;
        private final List<String> events = new ArrayList<>();
        private String lastEventId;
        private int comments;
        private Long retryMillis;

        Observer(ConformanceCase expected, boolean lengthsAreKnown) {
            this.lengthsAreKnown = lengthsAreKnown;
            this.expected = expected;
            lastEventId = expected.requestLastEventId() == null ? "" : expected.requestLastEventId();
        }

        void verify() {
            if (expected.notSse()) {
                // It is the content type that stops an event source here, which a parser never sees.
                assertThat(events).hasSize(expected.parserWouldYield());
                return;
            }
            assertThat(events)
                    .isEqualTo(expected.expected().stream().map(this::describe).toList());
            assertThat(retryMillis).isEqualTo(expected.retryMillis());
            if (expected.finalLastEventId() != null) {
                assertThat(lastEventId).isEqualTo(expected.finalLastEventId());
            }
            if (expected.commentLines() != null) {
                assertThat(comments).isEqualTo(expected.commentLines());
            }
        }

        private String describe(Event event) {
            return describe(event.type(), event.data().getBytes(StandardCharsets.UTF_8).length, event.lastEventId());
        }

        private String describe(String type, long dataBytes, String lastEventId) {
            String length = lengthsAreKnown ? " of " + dataBytes : "";
            return type + length + ", last event id '" + lastEventId + "'";
        }

        @Override
        public void onEvent(BoundedBytes type, long blockBytes, long dataBytes) {
            events.add(describe(type.length() == 0 ? "message" : type.toString(), dataBytes, lastEventId));
        }

        @Override
        public void onLastEventId(BoundedBytes id) {
            lastEventId = id.toString();
        }

        @Override
        public void onComment() {
            comments++;
        }

        @Override
        public void onBlockWithoutData(int fields, long blockBytes) {
            assertThat(Field.DATA.isIn(fields)).isFalse();
        }

        @Override
        public void onTruncatedBlock(int fields, long blockBytes) {
            assertThat(fields).isNotZero();
        }

        @Override
        public void onRetry(long millis) {
            retryMillis = millis;
        }
    }
}
