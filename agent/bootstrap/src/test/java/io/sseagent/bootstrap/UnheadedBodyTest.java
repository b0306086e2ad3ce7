package io.sseagent.bootstrap;

import static io.sseagent.bootstrap.ServerConnection.IN_ORDER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnheadedBodyTest {
    private final WrittenBytes opened = new WrittenBytes();
    private final RecordingTracker tracker = new RecordingTracker(opened);
    private final ServerConnection connection = new ServerConnection();

    @BeforeEach
    void attach() {
        SseStreams.install(tracker);
        SseStreams.attachedLate();
    }

    @AfterEach
    void detach() {
        SseStreams.install(null);
    }

    @Test
    void aBlockInOneWriteOpensAStreamWithThatWrite() {
        write("id: 1\ndata: one\n\n");
        assertThat(tracker.calls).containsExactly("opened netty");
        assertThat(connection.stream(IN_ORDER)).isSameAs(opened);
        assertThat(opened.bytes.toString(UTF_8)).isEqualTo("id: 1\ndata: one\n\n");

        connection.ended(IN_ORDER, CloseReason.COMPLETE);
        assertThat(opened.closed).isTrue();
    }

    @Test
    void aBlockInSeveralWritesOpensAStreamWithTheLastOfThem() {
        write("data:");
        write("{\"a\":1}");
        assertThat(tracker.calls).isEmpty();
        write("\n\n");
        assertThat(opened.bytes.toString(UTF_8)).isEqualTo("\n\n");
    }

    @Test
    void theRestOfAnEventIsPassedOver() {
        write("of an event\n\n");
        write("data: one\n\n");
        assertThat(opened.bytes.toString(UTF_8)).isEqualTo("data: one\n\n");
    }

    /** As a tap does that copies a large write in pieces. */
    @Test
    void whatStillHoldsTheBodyWritesToTheStream() {
        SseStream body = unheaded();
        body.wrote(bytes("data: one\n\n"), 0, 11, 0);
        body.wrote(bytes("data: two\n\n"), 0, 11, 0);
        body.wrote(ByteBuffer.wrap(bytes("data: three\n\n")), 0, 13, 0);
        body.wrote('d', 0);
        body.close();
        assertThat(opened.bytes.toString(UTF_8)).isEqualTo("data: one\n\ndata: two\n\ndata: three\n\nd");
        assertThat(opened.closed).isTrue();
        assertThat(tracker.calls).containsExactly("opened netty");
    }

    @Test
    void buffersAndSingleBytesAreLookedAtAsWell() {
        unheaded().wrote(ByteBuffer.wrap(bytes("data: on")), 0, 8, 0);
        for (byte next : bytes("e\n\n")) {
            connection.stream(IN_ORDER).wrote(next, 0);
        }
        assertThat(opened.bytes.toString(UTF_8)).isEqualTo("\n");
    }

    @Test
    void anythingElseIsLeftAloneAfterSomeWrites() {
        for (int i = 0; i < UnheadedBody.MOST_FALSE_STARTS; i++) {
            assertThat(connection.stream(IN_ORDER)).isNotSameAs(IgnoredStream.INSTANCE);
            write("{\"data\": 1}\n\n");
        }
        assertThat(connection.stream(IN_ORDER)).isSameAs(IgnoredStream.INSTANCE);
        assertThat(unheaded()).isNull();
        connection.disconnected(CloseReason.CLIENT_CLOSED);
        assertThat(tracker.calls).isEmpty();
    }

    @Test
    void aLineWithoutAnEndIsLeftAloneAfterSomeBytes() {
        write("data:image/png;base64,");
        byte[] piece = new byte[1 << 13];
        Arrays.fill(piece, (byte) 'A');
        for (int i = 0; i <= UnheadedBody.MOST_BYTES / piece.length; i++) {
            connection.stream(IN_ORDER).wrote(piece, 0, piece.length, 0);
        }
        assertThat(connection.stream(IN_ORDER)).isSameAs(IgnoredStream.INSTANCE);
        assertThat(tracker.calls).isEmpty();
    }

    @Test
    void anEndBeforeTheFirstBlockTellsNothing() {
        write("data: on");
        connection.closing();
        connection.disconnected(CloseReason.CLIENT_CLOSED);
        assertThat(tracker.calls).isEmpty();
        assertThat(connection.stream(IN_ORDER)).isNull();
    }

    @Test
    void aBodyWhoseHeadPassedIsNeverLookedAt() {
        connection.answered(IN_ORDER);
        assertThat(unheaded()).isNull();
        SseStreams.attachedLate();
        assertThat(unheaded()).isNotNull();
    }

    @Test
    void aHeadThatPassedADisabledAgentWasNotSeen() {
        SseStreams.activate(false);
        connection.answered(IN_ORDER);
        SseStreams.activate(true);
        assertThat(unheaded()).isNotNull();
    }

    @Test
    void ofNumberedStreamsOnlyThoseAreLookedAtThatBeganBeforeAnySeenOne() {
        connection.received(7, "request");
        assertThat(connection.isUnheaded(5)).isTrue();
        assertThat(connection.isUnheaded(7)).isFalse();
        assertThat(connection.isUnheaded(9)).isFalse();
        connection.opened(5, IgnoredStream.INSTANCE, false);
        assertThat(connection.isUnheaded(5)).isFalse();
        connection.received(9, "request");
        assertThat(connection.isUnheaded(7)).isFalse();
        SseStreams.attachedLate();
        assertThat(connection.isUnheaded(7)).isTrue();
    }

    @Test
    void whatIsWrittenToANumberedStreamAfterItsEndIsNoBodyOfItsOwn() {
        assertThat(connection.unheaded(5, "netty", "HTTP/2", false)).isNotNull();
        connection.ended(5, CloseReason.CLIENT_CLOSED);
        assertThat(connection.unheaded(5, "netty", "HTTP/2", false)).isNull();
        connection.ended(3, CloseReason.CLIENT_CLOSED);
        assertThat(connection.unheaded(3, "netty", "HTTP/2", false)).isNull();

        SseStreams.activate(false);
        connection.ended(7, CloseReason.COMPLETE);
        assertThat(connection.stream(7)).isNull();
    }

    @Test
    void aStreamThatIsNotObservedIsNotAskedForAtEachWrite() {
        SseStreams.install(new RecordingTracker(IgnoredStream.INSTANCE));
        write("data: one\n\n");
        assertThat(connection.stream(IN_ORDER)).isSameAs(IgnoredStream.INSTANCE);
    }

    private void write(String text) {
        SseStream stream = connection.stream(IN_ORDER);
        byte[] bytes = bytes(text);
        (stream == null ? unheaded() : stream).wrote(bytes, 0, bytes.length, 0);
    }

    private SseStream unheaded() {
        return connection.unheaded(IN_ORDER, "netty", "HTTP/1.1", false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
