package io.sseagent.core.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What is read of events to tell how late they are and what failed. Immutable. */
public final class DeliveryConfig {
    private final boolean enabled;
    private final ValueSource eventTime;
    private final ValueSource publishTime;
    private final EpochUnit timeUnit;
    private final RoutePatterns routes;
    private final List<ValueSource> dimensions;
    private final int maxValues;
    private final int maxSeries;
    private final long maxSkewNanos;
    private final long maxAgeNanos;
    private final long windowNanos;
    private final String failureEvent;
    private final ValueSource failureCode;
    private final int maxBuffers;
    private final boolean eventBacklog;

    DeliveryConfig(Settings settings) {
        this.eventTime = settings.getOrNull(DeliveryKeys.EVENT_TIME);
        this.publishTime = settings.getOrNull(DeliveryKeys.PUBLISH_TIME);
        this.timeUnit = settings.get(DeliveryKeys.TIME_UNIT);
        this.routes = settings.get(DeliveryKeys.ROUTES);
        this.dimensions = Collections.unmodifiableList(Arrays.asList(
                settings.getOrNull(DeliveryKeys.SCENE),
                settings.getOrNull(DeliveryKeys.CHANNEL),
                settings.getOrNull(DeliveryKeys.DECISION_TYPE)));
        this.maxValues = settings.get(DeliveryKeys.VALUES_MAX);
        this.maxSeries = settings.get(DeliveryKeys.SERIES_MAX);
        this.maxSkewNanos = settings.get(DeliveryKeys.SKEW_MAX);
        this.maxAgeNanos = settings.get(DeliveryKeys.AGE_MAX);
        this.windowNanos = settings.get(DeliveryKeys.WINDOW);
        this.failureEvent = settings.get(DeliveryKeys.FAILURE_EVENT);
        this.failureCode = settings.getOrNull(DeliveryKeys.FAILURE_CODE);
        this.maxBuffers = settings.get(DeliveryKeys.BUFFERS_MAX);
        this.eventBacklog = settings.get(DeliveryKeys.BACKLOG);
        boolean asked = eventTime != null || publishTime != null || failureCode != null;
        this.enabled = asked && settings.get(DeliveryKeys.ENABLED);
    }

    /** Whether anything is to be read: false unless a time or a code was configured, and if one of the settings was not accepted. */
    public boolean enabled() {
        return enabled;
    }

    /** When it happened; null if that is not configured. */
    public ValueSource eventTime() {
        return eventTime;
    }

    /** When it was published; null if that is not configured. */
    public ValueSource publishTime() {
        return publishTime;
    }

    /** The unit of numbers. */
    public EpochUnit timeUnit() {
        return timeUnit;
    }

    /** The routes that are read. */
    public RoutePatterns routes() {
        return routes;
    }

    /** Scene, channel and decision type, each null if it is not configured; unmodifiable. */
    public List<ValueSource> dimensions() {
        return dimensions;
    }

    /** Distinct values of a dimension. */
    public int maxValues() {
        return maxValues;
    }

    /** Distinct combinations of route and dimensions. */
    public int maxSeries() {
        return maxSeries;
    }

    /** How far in the future a time may lie. */
    public long maxSkewNanos() {
        return maxSkewNanos;
    }

    /** How old a time may be. */
    public long maxAgeNanos() {
        return maxAgeNanos;
    }

    /** Time that exact quantiles look back over. */
    public long windowNanos() {
        return windowNanos;
    }

    /** Type of the events that tell of failures. */
    public String failureEvent() {
        return failureEvent;
    }

    /** Where the code of a failure is; null if that is not configured. */
    public ValueSource failureCode() {
        return failureCode;
    }

    /** Events that are collected at the same time. */
    public int maxBuffers() {
        return maxBuffers;
    }

    /** Whether streams are compared by the ids of their events. */
    public boolean eventBacklog() {
        return eventBacklog;
    }
}
