package io.sseagent.dashboards;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Exposes every family of the catalogue with every known label value, all of them moving: what no single application does in
 * half a minute. Histograms leave in both forms, as the agent's do.
 */
final class CatalogueExporter implements AutoCloseable {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Timer clock = new Timer("catalogue-exporter", true);
    private final List<Runnable> moves = new ArrayList<>();
    private final HTTPServer server;

    private CatalogueExporter() throws IOException {
        MetricCatalogue.all().forEach(this::expose);
        server = HTTPServer.builder()
                .hostname("127.0.0.1")
                .port(0)
                .registry(registry)
                .buildAndStart();
        clock.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        moves.forEach(Runnable::run);
                    }
                },
                0,
                200);
    }

    static CatalogueExporter start() throws IOException {
        return new CatalogueExporter();
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        clock.cancel();
        server.stop();
    }

    private void expose(MetricDefinition metric) {
        String[] labels = metric.labels().toArray(new String[0]);
        switch (metric.type()) {
            case GAUGE -> {
                Gauge gauge =
                        Gauge.builder().name(metric.name()).labelNames(labels).register(registry);
                series(metric).forEach(values -> gauge.labelValues(values).set(1));
            }
            case COUNTER -> {
                Counter counter =
                        Counter.builder().name(metric.name()).labelNames(labels).register(registry);
                series(metric)
                        .forEach(values ->
                                moves.add(() -> counter.labelValues(values).inc()));
            }
            case HISTOGRAM -> {
                Histogram histogram = Histogram.builder()
                        .name(metric.name())
                        .labelNames(labels)
                        .register(registry);
                series(metric)
                        .forEach(values ->
                                moves.add(() -> histogram.labelValues(values).observe(0.1)));
            }
            case SUMMARY -> {
                Summary summary = Summary.builder()
                        .name(metric.name())
                        .labelNames(labels)
                        .quantile(0.5)
                        .register(registry);
                series(metric)
                        .forEach(values ->
                                moves.add(() -> summary.labelValues(values).observe(0.1)));
            }
            case INFO -> {
                Info info =
                        Info.builder().name(metric.name()).labelNames(labels).register(registry);
                series(metric).forEach(info::addLabelValues);
            }
        }
    }

    /** Every combination of known label values; a label without a closed set gets one value. */
    private static List<String[]> series(MetricDefinition metric) {
        List<List<String>> series = List.of(List.of());
        for (String label : metric.labels()) {
            Set<String> values = Vocabulary.valuesOf(metric.name(), label).orElse(Set.of("a " + label));
            series = series.stream()
                    .flatMap(prefix -> values.stream().map(value -> {
                        List<String> longer = new ArrayList<>(prefix);
                        longer.add(value);
                        return longer;
                    }))
                    .toList();
        }
        return series.stream().map(values -> values.toArray(new String[0])).toList();
    }
}
