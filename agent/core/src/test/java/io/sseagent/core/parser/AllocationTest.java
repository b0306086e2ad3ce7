package io.sseagent.core.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.Allocations;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    private static final int ROUNDS = 4_000;
    private static final byte[] STREAM =
            (": ping\n\nid: 1234567890\nevent: update\ndata: some text\r\ndata\n\nretry: 3000\n\n" + "event: "
                            + "long".repeat(50) + "\nid: " + "long".repeat(50) + "\ndata: x\n\nid: nul\0\n\n")
                    .getBytes(StandardCharsets.UTF_8);

    private final CountingListener listener = new CountingListener();
    private final EventStreamParser parser = new EventStreamParser(listener);
    private final ByteBuffer heap = ByteBuffer.wrap(STREAM);
    private final ByteBuffer direct = ByteBuffer.allocateDirect(STREAM.length).put(STREAM);
    private final ByteBuffer readOnly = heap.asReadOnlyBuffer();

    @Test
    void feedingAllocatesNothing() {
        long[] feeds = new long[1];

        long allocated = Allocations.leastBytesOf(() -> {
            feedAll(ROUNDS);
            feeds[0]++;
        });

        assertThat(allocated).isZero();
        // Four memories, whole and by byte, two events each.
        assertThat(listener.events).isEqualTo(feeds[0] * ROUNDS * 4 * 2 * 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:", "id:", "event:", "retry:", ":", "", "unknown:"})
    void aLineOfAnyLengthAllocatesNothing(String start) {
        byte[] letters = "abcdefgh".repeat(1024).getBytes(StandardCharsets.UTF_8);
        byte[] startBytes = start.getBytes(StandardCharsets.UTF_8);

        long allocated = Allocations.leastBytesOf(() -> {
            parser.feed(startBytes, 0, startBytes.length);
            for (int i = 0; i < 5 * 128; i++) {
                parser.feed(letters, 0, letters.length);
            }
            parser.feed(STREAM, 6, 8);
        });

        assertThat(allocated).as("5 MB after '%s'", start).isZero();
    }

    private void feedAll(int rounds) {
        for (int round = 0; round < rounds; round++) {
            parser.feed(STREAM, 0, STREAM.length);
            parser.feed(heap, 0, STREAM.length);
            parser.feed(direct, 0, STREAM.length);
            parser.feed(readOnly, 0, STREAM.length);
            for (int i = 0; i < STREAM.length; i++) {
                parser.feed(STREAM, i, i + 1);
            }
            for (int i = 0; i < STREAM.length; i++) {
                parser.feed(heap, i, i + 1);
            }
            for (int i = 0; i < STREAM.length; i++) {
                parser.feed(direct, i, i + 1);
            }
            for (int i = 0; i < STREAM.length; i++) {
                parser.feed(readOnly, i, i + 1);
            }
        }
    }

    private static final class CountingListener implements EventStreamListener {
        long events;
        long others;

        @Override
        public void onEvent(BoundedBytes type, long blockBytes, long dataBytes) {
            events++;
        }

        @Override
        public void onLastEventId(BoundedBytes id) {
            others += id.hash();
        }

        @Override
        public void onComment() {
            others++;
        }

        @Override
        public void onBlockWithoutData(int fields, long blockBytes) {
            others++;
        }

        @Override
        public void onTruncatedBlock(int fields, long blockBytes) {
            others++;
        }

        @Override
        public void onRetry(long millis) {
            others += millis;
        }
    }
}
