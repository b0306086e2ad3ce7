package io.sseagent.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SseStreamsTest {
    private final StreamRequest request = new StreamRequest("tomcat");

    @AfterEach
    void takeTheTrackerAway() {
        SseStreams.install(null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/event-stream",
                "TEXT/Event-Stream",
                "text/event-stream;charset=UTF-8",
                "text/event-stream; charset=utf-8",
                "text/event-stream ;charset=utf-8",
                "text/event-stream\t; a=b",
                "text/event-stream ",
                " text/event-stream",
                "\ttext/event-stream\t",
                "text/event-stream;",
            })
    void thisIsAnEventStream(String contentType) {
        assertThat(SseStreams.isEventStream(contentType)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "text/event-streamx",
                "text/event-stream-json",
                "text/event-strea",
                "text/event-stream x",
                "text/event-stream, text/html",
                "text/plain",
                "text/plain; text/event-stream",
                "application/json",
                "text /event-stream",
                "text/event\u2011stream",
                "TEXT/EVENT-STREAM\u0130",
            })
    void thisIsNone(String contentType) {
        assertThat(SseStreams.isEventStream(contentType)).isFalse();
    }

    @Test
    void theTypeIsReadTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(SseStreams.isEventStream("TEXT/EVENT-STREAM")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/event-stream",
                "Text/Event-Stream",
                "text/event-stream, */*",
                "text/event-stream,application/json",
                "text/event-stream;q=0.9, text/html",
                " text/event-stream ,text/html",
            })
    void thisRequestAsksForAnEventStream(String accept) {
        assertThat(SseStreams.asksForEventStream(accept)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "*/*", "text/html", "application/json, text/event-stream", "text/event-streams", "text/*"})
    void thisRequestIsContentWithAnythingElse(String accept) {
        assertThat(SseStreams.asksForEventStream(accept)).isFalse();
    }

    @Test
    void nothingIsObservedBeforeATrackerIsThere() {
        assertThat(SseStreams.isActive()).isFalse();
        assertThat(SseStreams.opened(request)).isNull();
        assertThatCode(() -> {
                    SseStreams.refused(request, 404);
                    SseStreams.serverStopping("tomcat", true);
                    SseStreams.adviceFailed(new IllegalStateException(), "an.Advice");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void theTrackerIsToldEverythingUntilItIsTakenAway() {
        NamedStream answer = new NamedStream("answer");
        RecordingTracker tracker = new RecordingTracker(answer);
        SseStreams.install(tracker);

        assertThat(SseStreams.isActive()).isTrue();
        assertThat(SseStreams.opened(request)).isSameAs(answer);
        SseStreams.refused(request, 503);
        SseStreams.serverStopping("tomcat", true);
        SseStreams.adviceFailed(new IllegalStateException("told"), "an.Advice");
        SseStreams.install(null);
        SseStreams.refused(request, 404);

        assertThat(SseStreams.isActive()).isFalse();
        assertThat(SseStreams.opened(request)).isNull();
        assertThat(tracker.calls)
                .isEqualTo(List.of("opened tomcat", "refused 503", "stopping tomcat true", "failed an.Advice told"));
    }

    @Test
    void theKillSwitchSilencesTapsButNotWhatTheyReport() {
        RecordingTracker tracker = new RecordingTracker(new NamedStream("answer"));
        SseStreams.install(tracker);

        SseStreams.activate(false);

        assertThat(SseStreams.isActive()).isFalse();
        SseStreams.serverStopping("tomcat", true);
        SseStreams.adviceFailed(new IllegalStateException("told"), "an.Advice");
        assertThat(tracker.calls).isEqualTo(List.of("stopping tomcat true", "failed an.Advice told"));
        SseStreams.activate(true);
        assertThat(SseStreams.isActive()).isTrue();
    }

    @Test
    void withoutATrackerThereIsNothingToSwitchOn() {
        SseStreams.activate(true);

        assertThat(SseStreams.isActive()).isFalse();
    }

    @Test
    void aRequestThatStartsWhileNobodyObservesStaysUnknown() {
        Object exchange = new Object();
        SseStreams.install(new RecordingTracker(null));
        SseStreams.activate(false);

        SseStreams.requestStarted(exchange);

        SseStreams.activate(true);
        assertThat(SseStreams.elapsedNanos(exchange)).isEqualTo(-1);
    }

    @Test
    void aFailureThatCannotBeToldIsSwallowed() {
        SseStreams.install(new FailingTracker());

        assertThatCode(() -> SseStreams.adviceFailed(new IllegalStateException(), "an.Advice"))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsAStreamByTheIdentityOfItsExchange() {
        Object exchange = new Object();
        NamedStream stream = new NamedStream("kept");

        SseStreams.keep(exchange, null);
        assertThat(SseStreams.of(exchange)).isNull();
        SseStreams.keep(exchange, stream);

        assertThat(SseStreams.of(exchange)).isSameAs(stream);
        assertThat(SseStreams.of(new Object())).isNull();
        assertThat(SseStreams.of(null)).isNull();
    }

    @Test
    void forgettingKeepsWhatIsStillThere() {
        Object exchange = new Object();
        NamedStream stream = new NamedStream("kept");
        SseStreams.keep(exchange, stream);

        SseStreams.forgetCollected();

        assertThat(SseStreams.of(exchange)).isSameAs(stream);
    }

    @Test
    void tellsHowLongARequestHasBeenUnderWay() {
        SseStreams.install(new RecordingTracker(null));
        Object exchange = new Object();
        assertThat(SseStreams.elapsedNanos(exchange)).isEqualTo(-1);

        SseStreams.requestStarted(exchange);

        assertThat(SseStreams.elapsedNanos(exchange)).isBetween(0L, 60_000_000_000L);
    }

    @Test
    void onlyALateAgentHasToLookAtExchangesThatItDidNotSeeStart() {
        SseStreams.install(new RecordingTracker(null));
        Object seen = new Object();
        Object other = new Object();
        assertThat(SseStreams.isUnknown(other)).isFalse();
        Object beyondTheBound = new Object();
        SseStreams.keep(beyondTheBound, IgnoredStream.INSTANCE);
        assertThat(SseStreams.of(beyondTheBound)).isNull();

        SseStreams.attachedLate();
        SseStreams.keep(beyondTheBound, IgnoredStream.INSTANCE);
        assertThat(SseStreams.of(beyondTheBound)).isSameAs(IgnoredStream.INSTANCE);
        SseStreams.requestStarted(seen);

        assertThat(SseStreams.isUnknown(seen)).isFalse();
        assertThat(SseStreams.isUnknown(other)).isTrue();
        SseStreams.ignore(other);
        assertThat(SseStreams.isUnknown(other)).isFalse();
        assertThat(SseStreams.of(other)).isSameAs(IgnoredStream.INSTANCE);
    }

    private static final class FailingTracker implements StreamTracker {
        @Override
        public SseStream opened(StreamRequest request) {
            throw new AssertionError();
        }

        @Override
        public void refused(StreamRequest request, int status) {}

        @Override
        public void serverStopping(String server, boolean stopping) {}

        @Override
        public void adviceFailed(String advice, Throwable failure) {
            throw new OutOfMemoryError("thrown by a test");
        }
    }
}
