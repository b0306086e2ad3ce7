package io.sseagent.core.delivery;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.config.DeliveryConfig;
import io.sseagent.core.config.JsonPointer;
import io.sseagent.core.config.ValueSource;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.EndpointKey;
import io.sseagent.core.stream.RequestOutcome;
import io.sseagent.core.stream.StreamLife;
import io.sseagent.core.stream.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** How late the events of all routes are, and what failed. Thread-safe. */
final class Delivery {
    /** Where the values of an event stand: the times, then the dimensions, then the code. */
    static final int EVENT_TIME = 0;

    static final int PUBLISH_TIME = 1;
    static final int FIRST_DIMENSION = 2;

    private final DeliveryConfig config;
    private final AgentHealth health;
    private final Clock clock;
    private final JsonValues times;
    private final JsonValues codes;
    private final int[] headers;
    private final CappedValues[] dimensions;
    private final CappedValues failureCodes;
    private final SeriesBudget budget;
    private final DeliveryWindows windows;
    private final ConcurrentHashMap<String, RouteDelivery> routes = new ConcurrentHashMap<>();

    Delivery(DeliveryConfig config, AgentHealth health, Clock clock) {
        this.config = config;
        this.health = health;
        this.clock = clock;
        List<ValueSource> sources = config.dimensions();
        List<JsonPointer> pointers = new ArrayList<>();
        pointers.add(pointer(config.eventTime()));
        pointers.add(pointer(config.publishTime()));
        this.headers = new int[sources.size()];
        this.dimensions = new CappedValues[sources.size()];
        for (int i = 0; i < headers.length; i++) {
            ValueSource source = sources.get(i);
            pointers.add(pointer(source));
            headers[i] = source == null || source.header() == null ? -1 : StreamRequest.alsoRead(source.header());
            dimensions[i] = new CappedValues(config.maxValues(), health);
        }
        this.times = new JsonValues(pointers);
        List<JsonPointer> code = new ArrayList<>();
        code.add(pointer(config.failureCode()));
        this.codes = new JsonValues(code);
        this.failureCodes = new CappedValues(config.maxValues(), health);
        this.budget = new SeriesBudget(config.maxSeries(), health);
        this.windows = new DeliveryWindows(config.windowNanos(), config.maxAgeNanos(), clock);
    }

    private static JsonPointer pointer(ValueSource source) {
        return source == null ? null : source.pointer();
    }

    /** What reads the events of a stream; null if its route is not asked for. */
    StreamDelivery open(StreamRequest request, EndpointKey endpoint) {
        if (!config.routes().match(endpoint.route())) {
            return null;
        }
        String[] values = new String[headers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = dimensions[i].admit(request.header(headers[i]));
        }
        Trace trace = Trace.parse(request.header(StreamRequest.TRACEPARENT));
        return new StreamDelivery(this, route(endpoint.route()), trace, values);
    }

    private RouteDelivery route(String route) {
        RouteDelivery found = routes.get(route);
        if (found == null) {
            routes.putIfAbsent(route, new RouteDelivery(route, budget));
            found = routes.get(route);
        }
        return found;
    }

    void refused(EndpointKey endpoint, RequestOutcome outcome) {
        failed(endpoint, Failure.of(outcome));
    }

    void closed(StreamLife stream, CloseReason reason) {
        failed(stream.endpoint(), Failure.of(reason, stream.endpoint().mode()));
    }

    private void failed(EndpointKey endpoint, Failure failure) {
        if (failure != null && config.routes().match(endpoint.route())) {
            route(endpoint.route()).failed(failure);
        }
    }

    /** Every route that has been seen, in no order. */
    Collection<RouteDelivery> routes() {
        return routes.values();
    }

    DeliveryWindows windows() {
        return windows;
    }

    DeliveryConfig config() {
        return config;
    }

    Clock clock() {
        return clock;
    }

    AgentHealth health() {
        return health;
    }

    JsonValues times() {
        return times;
    }

    JsonValues codes() {
        return codes;
    }

    CappedValues dimension(int index) {
        return dimensions[index];
    }

    boolean isOfData(int dimension) {
        ValueSource source = config.dimensions().get(dimension);
        return source != null && source.pointer() != null;
    }

    CappedValues failureCodes() {
        return failureCodes;
    }
}
