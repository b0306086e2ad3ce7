package io.sseagent.core.stream;

import static io.sseagent.core.stream.GivenModel.get;
import static io.sseagent.core.stream.GivenModel.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.InterruptedByTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CloseEvidenceTest {
    private final GivenModel given = new GivenModel();
    private final SseStream stream = given.open();

    @ParameterizedTest
    @EnumSource
    void everyEvidenceBecomesTheReason(CloseReason reason) {
        write(stream, "data: x\n\n");
        stream.evidence(reason);
        stream.close();

        assertThatOnlyReasonIs(reason);
    }

    @Test
    void withoutEvidenceTheReasonIsUnknown() {
        stream.close();

        assertThatOnlyReasonIs(CloseReason.UNKNOWN);
    }

    @Test
    void theFirstEvidenceWins() {
        stream.evidence(CloseReason.ASYNC_TIMEOUT);
        stream.evidence(CloseReason.COMPLETE);
        stream.failed(new IOException(), 0);
        stream.close();

        assertThatOnlyReasonIs(CloseReason.ASYNC_TIMEOUT);
    }

    @Test
    void aResponseThatCompletesInsideABlockIsTruncated() {
        write(stream, "data: whole\n\ndata: half");
        stream.evidence(CloseReason.COMPLETE);
        stream.close();

        assertThatOnlyReasonIs(CloseReason.TRUNCATED);
        assertThat(given.read().totals().streams().get(StreamCounter.BLOCKS_TRUNCATED))
                .isEqualTo(1);
        assertThat(given.read().totals().streams().events()).isEqualTo(1);
    }

    @Test
    void aBlockThatIsCutOffForAnotherReasonIsCountedUnderThatReason() {
        write(stream, "data: half\n");
        stream.evidence(CloseReason.CLIENT_CLOSED);
        stream.close();

        assertThatOnlyReasonIs(CloseReason.CLIENT_CLOSED);
        assertThat(given.read().totals().streams().get(StreamCounter.BLOCKS_TRUNCATED))
                .isEqualTo(1);
    }

    @Test
    void aCommentInTheMiddleIsNoTruncatedBlock() {
        write(stream, "data: whole\n\n: heart");
        stream.evidence(CloseReason.COMPLETE);
        stream.close();

        assertThatOnlyReasonIs(CloseReason.COMPLETE);
        assertThat(given.read().totals().streams().get(StreamCounter.BLOCKS_TRUNCATED))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"COMPLETE", "APP_ERROR", "IDLE_TIMEOUT", "CLIENT_CLOSED", "WRITE_FAILED", "UNKNOWN", "SHUTDOWN"})
    void whileTheServerStopsItsStoppingIsTheCause(CloseReason reason) {
        given.model.serverStopping("tomcat", true);
        stream.evidence(reason);
        stream.close();

        assertThatOnlyReasonIs(CloseReason.SHUTDOWN);
    }

    @Test
    void aTimeoutWhileTheServerStopsIsATimeout() {
        given.model.serverStopping("tomcat", true);
        stream.evidence(CloseReason.ASYNC_TIMEOUT);
        stream.close();

        assertThatOnlyReasonIs(CloseReason.ASYNC_TIMEOUT);
    }

    @Test
    void whatWasSeenBeforeTheServerStoppedStands() {
        stream.failed(new SocketException(), 0);
        given.model.serverStopping("tomcat", true);
        stream.close();

        assertThatOnlyReasonIs(CloseReason.CLIENT_CLOSED);
    }

    @Test
    void withoutEvidenceAStoppingServerIsTheCause() {
        given.model.serverStopping("tomcat", true);
        stream.close();

        assertThatOnlyReasonIs(CloseReason.SHUTDOWN);
    }

    @Test
    void anotherServersStoppingAndOneThatIsOverAreNone() {
        given.model.serverStopping("jdk-httpserver", true);
        given.model.serverStopping("tomcat", true);
        given.model.serverStopping("tomcat", false);
        stream.evidence(CloseReason.COMPLETE);
        stream.close();

        assertThatOnlyReasonIs(CloseReason.COMPLETE);
    }

    @Test
    void theEndOfTheJvmEndsStreamsOfEveryServer() {
        given.model.jvmStopping();
        stream.evidence(CloseReason.COMPLETE);
        stream.close();
        SseStream late = given.open(new StreamRequest("jetty").line("GET", "/late", "HTTP/1.1", null));
        late.close();

        assertThat(given.read("/feed").totals().closedCount(CloseReason.SHUTDOWN))
                .isEqualTo(1);
        assertThat(given.read("/late").totals().closedCount(CloseReason.SHUTDOWN))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource
    void aFailedWriteTellsWhoLeft(Throwable failure, CloseReason reason) {
        stream.failed(failure, 0);
        stream.close();

        assertThatOnlyReasonIs(reason);
    }

    static Stream<Arguments> aFailedWriteTellsWhoLeft() {
        IOException loop = new IOException("loops");
        loop.initCause(new IllegalStateException(loop));
        return Stream.of(
                Arguments.of(new SocketException("Broken pipe"), CloseReason.CLIENT_CLOSED),
                Arguments.of(new IOException("Connection reset by peer"), CloseReason.CLIENT_CLOSED),
                Arguments.of(new EOFException(), CloseReason.CLIENT_CLOSED),
                Arguments.of(new ClosedChannelException(), CloseReason.CLIENT_CLOSED),
                Arguments.of(new UncheckedIOException(new IOException()), CloseReason.CLIENT_CLOSED),
                Arguments.of(loop, CloseReason.CLIENT_CLOSED),
                Arguments.of(new SocketTimeoutException(), CloseReason.WRITE_FAILED),
                Arguments.of(new IOException(new SocketTimeoutException()), CloseReason.WRITE_FAILED),
                Arguments.of(new InterruptedIOException(), CloseReason.WRITE_FAILED),
                Arguments.of(new ClosedByInterruptException(), CloseReason.WRITE_FAILED),
                Arguments.of(new InterruptedByTimeoutException(), CloseReason.WRITE_FAILED),
                Arguments.of(new IOException(new TimeoutException()), CloseReason.WRITE_FAILED),
                Arguments.of(new IllegalStateException(), CloseReason.WRITE_FAILED),
                Arguments.of(new OutOfMemoryError("made up"), CloseReason.WRITE_FAILED));
    }

    @Test
    void theSameFailureTwiceIsOneFailure() {
        IOException failure = new IOException();
        stream.failed(failure, given.clock.nanos());
        stream.failed(failure, given.clock.nanos());

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.get(StreamHistogram.WRITE_FAILED).count()).isEqualTo(1);
        assertThat(totals.get(StreamCounter.SENDS_AFTER_CLOSE)).isZero();
    }

    @Test
    void whatAServerReportsOfAFailedWriteIsNoFurtherSend() {
        IOException failure = new IOException();
        stream.failed(failure, given.clock.nanos());
        stream.failed(new IOException(failure), 0);
        stream.failed(new IOException("its own flush"), 0);

        assertThat(given.read().totals().streams().get(StreamCounter.SENDS_AFTER_CLOSE))
                .isZero();
    }

    @Test
    void bytesThatAServerTakesAfterAFailureAreNotSent() {
        stream.failed(new IOException(), given.clock.nanos());
        byte[] event = "data: a\n\n".getBytes(StandardCharsets.UTF_8);
        stream.wrote(event, 0, event.length, given.clock.nanos());

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.events()).isZero();
        assertThat(totals.get(StreamCounter.BYTES)).isZero();
        assertThat(totals.get(StreamCounter.SENDS_AFTER_CLOSE)).isEqualTo(1);
    }

    @Test
    void aFurtherFailureIsASendAfterTheEnd() {
        stream.failed(new IOException(), given.clock.nanos());
        stream.failed(new IOException(), given.clock.nanos());
        stream.failed(new IOException(), given.clock.nanos());

        StreamTotals totals = given.read().totals().streams();
        assertThat(totals.get(StreamHistogram.WRITE_FAILED).count()).isEqualTo(1);
        assertThat(totals.get(StreamCounter.SENDS_AFTER_CLOSE)).isEqualTo(2);
    }

    @Test
    void reasonsOfOneRouteDoNotMix() {
        SseStream other = given.open(get("/feed"));
        stream.evidence(CloseReason.COMPLETE);
        other.evidence(CloseReason.CLIENT_CLOSED);
        stream.close();
        other.close();

        EndpointTotals totals = given.read().totals();
        assertThat(totals.closedCount(CloseReason.COMPLETE)).isEqualTo(1);
        assertThat(totals.closedCount(CloseReason.CLIENT_CLOSED)).isEqualTo(1);
        assertThat(totals.idleAtClose(true).count()).isEqualTo(1);
        assertThat(totals.idleAtClose(false).count()).isEqualTo(1);
    }

    private void assertThatOnlyReasonIs(CloseReason expected) {
        EndpointTotals totals = given.read().totals();
        for (CloseReason reason : CloseReason.values()) {
            assertThat(totals.closedCount(reason)).as(reason.label()).isEqualTo(reason == expected ? 1 : 0);
            assertThat(totals.duration(reason).count()).as(reason.label()).isEqualTo(reason == expected ? 1 : 0);
        }
        assertThat(given.read().active()).isZero();
    }
}
