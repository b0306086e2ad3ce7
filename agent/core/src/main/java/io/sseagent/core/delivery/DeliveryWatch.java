package io.sseagent.core.delivery;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.catalogue.MetricCatalogue;
import io.sseagent.core.catalogue.MetricSink;
import io.sseagent.core.config.DeliveryConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.parser.DataBuffers;
import io.sseagent.core.parser.EventData;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.EndpointKey;
import io.sseagent.core.stream.EventPosition;
import io.sseagent.core.stream.RequestOutcome;
import io.sseagent.core.stream.StreamLife;
import io.sseagent.core.stream.Watch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads events of the routes that are configured: their times, their codes of failures, and their ids. Thread-safe. */
public final class DeliveryWatch extends Watch {
    static final String COMPONENT = "delivery";

    private final AgentHealth health;
    private final DataBuffers buffers;
    /** Null unless times or codes are read. */
    private final Delivery delivery;
    /** Null unless ids are compared. */
    private final ConcurrentHashMap<String, RouteIds> idsByRoute;

    /** Before the first stream opens, for the taps may have to hand over more headers. */
    public DeliveryWatch(DeliveryConfig config, AgentHealth health, Clock clock) {
        this.health = health;
        this.buffers = new DataBuffers(config.maxBuffers());
        this.delivery = config.enabled() ? new Delivery(config, health, clock) : null;
        this.idsByRoute = config.eventBacklog() ? new ConcurrentHashMap<>() : null;
    }

    @Override
    public String component() {
        return COMPONENT;
    }

    @Override
    protected EventData eventData(StreamRequest request, EndpointKey endpoint) {
        StreamDelivery events = delivery == null ? null : delivery.open(request, endpoint);
        RouteIds ids = idsByRoute == null ? null : ids(endpoint.route());
        return events == null && ids == null
                ? null
                : new EventReader(health, buffers, events, ids, resumedAfter(request));
    }

    private RouteIds ids(String route) {
        RouteIds found = idsByRoute.get(route);
        if (found == null) {
            idsByRoute.putIfAbsent(route, new RouteIds());
            found = idsByRoute.get(route);
        }
        return found;
    }

    private static long resumedAfter(StreamRequest request) {
        String id = request.header(StreamRequest.LAST_EVENT_ID);
        EventPosition position = id == null ? null : EventPosition.of(id);
        return position == null ? -1 : position.integer();
    }

    @Override
    protected void refused(EndpointKey endpoint, RequestOutcome outcome) {
        if (delivery != null) {
            delivery.refused(endpoint, outcome);
        }
    }

    @Override
    protected void closed(StreamLife stream, CloseReason reason) {
        if (delivery != null) {
            delivery.closed(stream, reason);
        }
    }

    @Override
    protected void look() {
        if (delivery != null) {
            delivery.windows().advance();
        }
    }

    @Override
    protected void read(MetricSink sink) {
        if (delivery != null) {
            new DeliverySamples(sink).add(delivery);
        }
        if (idsByRoute != null) {
            for (Map.Entry<String, RouteIds> route : idsByRoute.entrySet()) {
                long backlog = route.getValue().backlog();
                if (backlog >= 0) {
                    sink.count(MetricCatalogue.BACKLOG_EVENTS, backlog, route.getKey());
                }
            }
        }
    }
}
