package io.sseagent.core.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.core.stream.Watch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class JfrWatchTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong(SECOND);
    private final Clock clock = new Clock() {
        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public long epochMillis() {
            return TimeUnit.NANOSECONDS.toMillis(nanos.get());
        }
    };
    private final AgentHealth health = new AgentHealth();
    private final AgentConfig config = AgentConfig.load("stalled.after=10s", new Properties(), Map.of());
    private final StreamModel model = new StreamModel(config.model(), health, clock, new AdviceFailureListener() {
        @Override
        public void firstFailure(String advice, Throwable failure) {}

        @Override
        public void tooManyFailures(String advice) {}
    });

    private JfrWatch given(ClassLoader loader) {
        JfrWatch watch = new JfrWatch(model, config.jfr(), clock, loader);
        model.watches().add(watch);
        return watch;
    }

    private SseStream open() {
        return model.opened(new StreamRequest("tomcat")
                .header(StreamRequest.TRACEPARENT, "00-" + TRACE_ID + "-00f067aa0ba902b7-01")
                .line("GET", "/prices", "HTTP/1.1", "10.0.0.1"));
    }

    @Test
    void aStreamsLifeIsInARecordingThatRuns() throws Exception {
        Watch watch = given(ClassLoader.getSystemClassLoader());
        open().close();
        model.watches().look(watch);
        try (Recording recording = new Recording()) {
            recording.start();
            model.watches().look(watch);

            SseStream stream = open();
            byte[] event = "data: 1\n\n".getBytes(StandardCharsets.US_ASCII);
            long begin = nanos.get();
            nanos.addAndGet(2 * SECOND);
            stream.wrote(event, 0, event.length, begin);
            stream.flushed();
            model.watches().look(watch);
            nanos.addAndGet(11 * SECOND);
            model.watches().look(watch);
            model.watches().look(watch);
            stream.evidence(CloseReason.CLIENT_CLOSED);
            stream.close();
            recording.stop();
            List<RecordedEvent> events = events(recording);

            assertThat(events)
                    .extracting(each -> each.getEventType().getName(), each -> each.getString("route"))
                    .containsExactlyInAnyOrder(
                            tuple("io.sseagent.StreamOpen", "/prices"),
                            tuple("io.sseagent.SlowWrite", "/prices"),
                            tuple("io.sseagent.StreamStall", "/prices"),
                            tuple("io.sseagent.StreamClose", "/prices"));
            assertThat(events).allSatisfy(each -> {
                assertThat(each.getString("traceId")).isEqualTo(TRACE_ID);
                assertThat(each.getStackTrace()).isNull();
            });
            RecordedEvent close = only(events, "io.sseagent.StreamClose");
            assertThat(close.getString("reason")).isEqualTo("client_closed");
            assertThat(close.getLong("events")).isEqualTo(1);
            assertThat(close.getLong("bytes")).isEqualTo(event.length);
            assertThat(close.getDuration("age")).hasSeconds(13);
            assertThat(only(events, "io.sseagent.SlowWrite").getDuration("writeTime"))
                    .hasSeconds(2);
            // since the write began
            assertThat(only(events, "io.sseagent.StreamStall").getDuration("silence"))
                    .hasSeconds(13);
        }
        open().close();

        assertThat(health.errors()).isEqualTo(Map.of("ReconnectTracker", 0L, "jfr", 0L));
    }

    @Test
    void aJvmWithoutRecorderHasNoEvents() throws Exception {
        Watch watch = given(new ClassLoader(null) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                throw new ClassNotFoundException(name);
            }
        });
        open();
        model.watches().look(watch);
        open().close();

        assertThat(health.errors()).containsEntry("jfr", 0L);
    }

    private List<RecordedEvent> events(Recording recording) throws IOException {
        Path file = folder.resolve("recording.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(each -> each.getEventType().getName().startsWith("io.sseagent."))
                .toList();
    }

    private static RecordedEvent only(List<RecordedEvent> events, String type) {
        return events.stream()
                .filter(each -> each.getEventType().getName().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
