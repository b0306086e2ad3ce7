package io.sseagent.core.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The kinds of memory that servers hand over, each with line ends around the slice that must not be read. */
enum Memory {
    BYTE_ARRAY {
        @Override
        void feed(EventStreamParser parser, byte[] framed, int from, int to) {
            parser.feed(framed, from, to);
        }
    },
    HEAP {
        @Override
        void feed(EventStreamParser parser, byte[] framed, int from, int to) {
            feedUntouched(parser, ByteBuffer.wrap(framed), from, to);
        }
    },
    HEAP_LITTLE_ENDIAN {
        @Override
        void feed(EventStreamParser parser, byte[] framed, int from, int to) {
            feedUntouched(parser, ByteBuffer.wrap(framed).order(ByteOrder.LITTLE_ENDIAN), from, to);
        }
    },
    HEAP_WITH_OFFSET {
        @Override
        void feed(EventStreamParser parser, byte[] framed, int from, int to) {
            ByteBuffer slice = ByteBuffer.wrap(framed, 1, framed.length - 1).slice();
            feedUntouched(parser, slice, from - 1, to - 1);
        }
    },
    READ_ONLY {
        @Override
        void feed(EventStreamParser parser, byte[] framed, int from, int to) {
            feedUntouched(parser, ByteBuffer.wrap(framed).asReadOnlyBuffer(), from, to);
        }
    },
    DIRECT {
        @Override
        void feed(EventStreamParser parser, byte[] framed, int from, int to) {
            ByteBuffer direct = ByteBuffer.allocateDirect(framed.length);
            direct.put(framed);
            // Taps see a buffer after the server has moved its position.
            direct.position(to);
            feedUntouched(parser, direct, from, to);
        }
    };

    private static final byte[] FRAME = {'\n', '\r', '\n', '\n'};

    /** Feeds {@code stream[from]} to {@code stream[to - 1]} from memory of this kind. */
    final void feedSlice(EventStreamParser parser, byte[] stream, int from, int to) {
        byte[] framed = Arrays.copyOf(FRAME, FRAME.length + to - from + FRAME.length);
        System.arraycopy(stream, from, framed, FRAME.length, to - from);
        System.arraycopy(FRAME, 0, framed, FRAME.length + to - from, FRAME.length);
        byte[] before = framed.clone();
        feed(parser, framed, FRAME.length, FRAME.length + to - from);
        assertThat(framed).isEqualTo(before);
    }

    abstract void feed(EventStreamParser parser, byte[] framed, int from, int to);

    private static void feedUntouched(EventStreamParser parser, ByteBuffer buffer, int from, int to) {
        int position = buffer.position();
        int limit = buffer.limit();
        parser.feed(buffer, from, to);
        assertThat(buffer.position()).isEqualTo(position);
        assertThat(buffer.limit()).isEqualTo(limit);
    }
}
