package io.sseagent.prometheus;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.labels.LabelsConfig;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamModel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** A model that a test writes to as the taps do. */
final class RecordedModel {
    static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    static final String SPAN_ID = "00f067aa0ba902b7";

    final ManualClock clock = new ManualClock();
    final AgentHealth health = new AgentHealth();
    final StreamModel model;

    RecordedModel() {
        this.model = of(health, clock);
    }

    static StreamModel of(AgentHealth health, Clock clock) {
        return new StreamModel(config("").model(), health, clock, new AdviceFailureListener() {
            @Override
            public void firstFailure(String advice, Throwable failure) {}

            @Override
            public void tooManyFailures(String advice) {}
        });
    }

    static AgentConfig config(String arguments) {
        return AgentConfig.load(arguments, new Properties(), Map.of());
    }

    static StreamRequest get(String path) {
        return new StreamRequest("tomcat").line("GET", path, "HTTP/1.1", "10.0.0.1");
    }

    static StreamRequest traced(StreamRequest request) {
        return request.header(StreamRequest.TRACEPARENT, "00-" + TRACE_ID + "-" + SPAN_ID + "-01");
    }

    SseStream open(StreamRequest request) {
        return model.opened(request);
    }

    /** A write and its flush that take {@code nanos} together. */
    void write(SseStream stream, String text, long nanos) {
        write(stream, text, clock.nanos(), nanos);
    }

    private void write(SseStream stream, String text, long startNanos, long nanos) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.wrote(bytes, 0, bytes.length, startNanos);
        clock.pass(nanos);
        stream.flushed();
    }

    /** The text format, as a scrape would get it. */
    String text() {
        return Scrape.text(new MetricsReader(model, LabelsConfig.NONE, "1.2.3", "17.0.1").read(NameFilter.ALL, true));
    }
}
