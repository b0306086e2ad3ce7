package io.sseagent.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A model whose connections are watched in a kernel that a test makes up. */
final class GivenWire {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final byte[] EVENT = "data: x\n\n".getBytes(StandardCharsets.UTF_8);

    final SteppingClock clock = new SteppingClock();
    final AgentHealth health = new AgentHealth();
    final StreamModel model;
    private final WireWatch watch;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    /** Goes on by a step with each reading. */
    static final class SteppingClock implements Clock {
        long stepMillis;
        private long nanos = 1;

        @Override
        public long nanos() {
            long now = nanos;
            nanos += stepMillis * NANOS_PER_MILLI;
            return now;
        }

        @Override
        public long epochMillis() {
            return nanos / NANOS_PER_MILLI;
        }
    }

    GivenWire(String settings, Path procNet) {
        AgentConfig config = AgentConfig.load(settings, new Properties(), new HashMap<>());
        assertThat(config.problems()).isEmpty();
        model = new StreamModel(config.model(), health, Clock.SYSTEM, new AdviceFailureListener() {
            @Override
            public void firstFailure(String advice, Throwable failure) {
                throw new AssertionError(advice, failure);
            }

            @Override
            public void tooManyFailures(String advice) {
                throw new AssertionError(advice);
            }
        });
        PrintStream standardError = System.err;
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            watch = new WireWatch(
                    model, config.wire(), AgentLog.toStandardError(LogLevel.INFO), clock, procNet.toFile());
        } finally {
            System.setErr(standardError);
        }
        model.watches().add(watch);
    }

    String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    /** A stream to 192.0.2.{@code host} on port 8080. */
    SseStream open(String path, int host, int port) {
        return model.opened(new StreamRequest("tomcat")
                .line("GET", path, "HTTP/1.1", "198.51.100.1")
                .socket("192.0.2." + host, port, 8080));
    }

    void event(SseStream stream) {
        stream.wrote(EVENT, 0, EVENT.length, 0);
    }

    /** When a sample is due. */
    void look() {
        lookAfter(5_000);
    }

    void lookAfter(long millis) {
        clock.nanos += millis * NANOS_PER_MILLI;
        try {
            model.watches().look(watch);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    boolean has(String family) {
        return read().keySet().stream().anyMatch(series -> series.startsWith(family + "["));
    }

    double value(String family, String... labels) {
        String series = family + Arrays.toString(labels);
        assertThat(read()).containsKey(series);
        return read().get(series);
    }

    private Map<String, Double> read() {
        Map<String, Double> values = new HashMap<>();
        watch.read(new MetricSink() {
            @Override
            public void add(MetricDefinition family, double amount, String... labelValues) {
                assertThat(labelValues).hasSameSizeAs(family.labels());
                values.merge(family.name() + Arrays.toString(labelValues), amount, Double::sum);
            }

            @Override
            public void count(MetricDefinition family, long amount, String... labelValues) {
                add(family, (double) amount, labelValues);
            }

            @Override
            public void max(MetricDefinition family, double value, String... labelValues) {
                throw new AssertionError(family);
            }

            @Override
            public void add(MetricDefinition family, HistogramTotals totals, String... labelValues) {
                count(family, totals.count(), labelValues);
            }
        });
        return values;
    }
}
