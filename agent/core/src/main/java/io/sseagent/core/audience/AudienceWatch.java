package io.sseagent.core.audience;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.config.AudienceConfig;
import io.sseagent.core.stream.ClientKeys;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamLife;
import io.sseagent.core.stream.Watch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells people from programs, by route, and keeps nothing that names either. Thread-safe. */
public final class AudienceWatch extends Watch {
    private final AudienceConfig config;
    private final AudienceRule rule;
    private final Clock clock;
    private final ClientKeys keys;
    /** As many as there are routes, which are bounded. */
    private final ConcurrentHashMap<String, RouteAudience> routes = new ConcurrentHashMap<>();

    /** Follows from now on. */
    public AudienceWatch(AudienceConfig config, Clock clock) {
        this.config = config;
        this.rule = new AudienceRule(config);
        this.clock = clock;
        this.keys = ClientKeys.random();
    }

    @Override
    public String component() {
        return "audience";
    }

    @Override
    protected void opened(StreamLife stream, StreamRequest request) {
        if (stream.startKnown()) {
            route(stream).opened(stream.clientFamily(), keys.sourceOf(request), clock.nanos());
        }
    }

    @Override
    protected void closed(StreamLife stream, CloseReason reason) {
        if (stream.startKnown()) {
            long now = clock.nanos();
            boolean program = stream.clientFamily().isProgram();
            route(stream).closed(program, stream.client(), now - stream.openedNanos(), now);
        }
    }

    private RouteAudience route(StreamLife stream) {
        String route = stream.endpoint().route();
        RouteAudience audience = routes.get(route);
        if (audience == null) {
            RouteAudience fresh = new RouteAudience(rule, config.windowNanos(), clock.nanos());
            RouteAudience raced = routes.putIfAbsent(route, fresh);
            audience = raced == null ? fresh : raced;
        }
        return audience;
    }

    @Override
    protected void read(MetricSink sink) {
        for (Map.Entry<String, RouteAudience> route : routes.entrySet()) {
            read(sink, route.getKey(), route.getValue().read(clock.nanos()));
        }
    }

    private void read(MetricSink sink, String route, AudienceReading reading) {
        for (AudienceHealth health : AudienceHealth.values()) {
            sink.count(MetricCatalogue.AUDIENCE_STREAMS, reading.streams(health), route, health.label());
        }
        if (reading.opened() >= config.leastSamples()) {
            sink.add(MetricCatalogue.AUDIENCE_ENTROPY, reading.entropyBits(), route);
        }
        if (reading.openedBySources() >= config.leastSamples()) {
            sink.add(MetricCatalogue.AUDIENCE_SOURCES, reading.sources(), route);
            sink.add(MetricCatalogue.AUDIENCE_TOP_SOURCE, reading.topSourceShare(), route);
        }
        Moments seconds = reading.seconds();
        if (seconds.count() >= config.leastSamples()) {
            add(sink, route, seconds);
        }
    }

    /** Lives that are all equal have no skewness. */
    private static void add(MetricSink sink, String route, Moments seconds) {
        double skewness = seconds.skewness();
        double variation = seconds.variation();
        if (!Double.isNaN(skewness)) {
            sink.add(MetricCatalogue.AUDIENCE_SKEWNESS, skewness, route);
        }
        if (!Double.isNaN(variation)) {
            sink.add(MetricCatalogue.AUDIENCE_CONSISTENCY, 1 / (1 + variation), route);
        }
    }
}
