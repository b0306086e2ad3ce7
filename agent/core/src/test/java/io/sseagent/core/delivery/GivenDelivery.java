package io.sseagent.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.catalogue.MetricDefinition;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.WindowQuantiles;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A model whose events are read, under clocks that a test sets. */
final class GivenDelivery implements Clock {
    static final long NOW_MILLIS = 1_700_000_000_000L;

    final AgentHealth health = new AgentHealth();
    final StreamModel model;
    final DeliveryWatch watch;
    long nanos = 5_000_000_000L;
    long epochMillis = NOW_MILLIS;

    /** Settings as agent arguments, {@code key=value,key=value}. */
    GivenDelivery(String settings) {
        AgentConfig config = AgentConfig.load(settings, new Properties(), new HashMap<>());
        assertThat(config.problems()).isEmpty();
        model = new StreamModel(config.model(), health, this, new AdviceFailureListener() {
            @Override
            public void firstFailure(String advice, Throwable failure) {
                throw new AssertionError(advice, failure);
            }

            @Override
            public void tooManyFailures(String advice) {}
        });
        watch = new DeliveryWatch(config.delivery(), health, this);
        model.watches().add(watch);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long epochMillis() {
        return epochMillis;
    }

    static StreamRequest get(String path) {
        return new StreamRequest("tomcat").line("GET", path, "HTTP/1.1", "10.0.0.1");
    }

    SseStream open() {
        return open(get("/feed"));
    }

    SseStream open(StreamRequest request) {
        return model.opened(request);
    }

    static void write(SseStream stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.wrote(bytes, 0, bytes.length, 0);
    }

    /** One event of this data on a stream of its own. */
    GivenDelivery event(String data) {
        write(open(), "data: " + data + "\n\n");
        return this;
    }

    Reading read() {
        Reading reading = new Reading();
        model.watches().read(reading);
        return reading;
    }

    /** What one reading had to tell, by family and label values. */
    static final class Reading implements MetricSink {
        private final Map<String, Double> numbers = new TreeMap<>();
        private final Map<String, HistogramTotals> histograms = new TreeMap<>();
        private final Map<String, WindowQuantiles> summaries = new TreeMap<>();

        @Override
        public void add(MetricDefinition family, double amount, String... labelValues) {
            numbers.merge(name(family, labelValues), amount, Double::sum);
        }

        @Override
        public void count(MetricDefinition family, long amount, String... labelValues) {
            add(family, (double) amount, labelValues);
        }

        @Override
        public void max(MetricDefinition family, double value, String... labelValues) {
            numbers.merge(name(family, labelValues), value, Math::max);
        }

        @Override
        public void add(MetricDefinition family, HistogramTotals totals, String... labelValues) {
            assertThat(histograms.put(name(family, labelValues), totals)).isNull();
        }

        @Override
        public void set(MetricDefinition family, WindowQuantiles quantiles, String... labelValues) {
            assertThat(summaries.put(name(family, labelValues), quantiles)).isNull();
        }

        private static String name(MetricDefinition family, String... labelValues) {
            assertThat(labelValues).hasSameSizeAs(family.labels().toArray());
            return family.name() + Arrays.asList(labelValues);
        }

        /** Null if there is no such series. */
        Double number(String family, String... labelValues) {
            return numbers.get(family + Arrays.asList(labelValues));
        }

        /** Null if there is no such series. */
        HistogramTotals delivery(String leg, String... dimensions) {
            String[] values = {"/feed", leg, "", "", ""};
            System.arraycopy(dimensions, 0, values, 2, dimensions.length);
            return histograms.get("sse_delivery_seconds" + Arrays.asList(values));
        }

        Map<String, HistogramTotals> histograms() {
            return histograms;
        }

        /** Of one leg, whatever the route and the dimensions. */
        List<HistogramTotals> histograms(String leg) {
            List<HistogramTotals> found = new ArrayList<>();
            histograms.forEach((name, totals) -> {
                if (name.contains(", " + leg + ",")) {
                    found.add(totals);
                }
            });
            return found;
        }

        /** Null if there is nothing in the window. */
        WindowQuantiles window(String leg) {
            return summaries.get("sse_delivery_window_seconds[" + leg + "]");
        }

        Double rejects(String reason) {
            return number("sse_timestamp_rejects_total", "/feed", reason);
        }

        double allRejects() {
            return rejects("missing") + rejects("unparsable") + rejects("future") + rejects("stale");
        }
    }
}
