package io.sseagent.core.delivery;

import io.sseagent.core.config.DeliveryConfig;
import io.sseagent.core.config.ValueSource;
import io.sseagent.core.parser.BoundedBytes;
import io.sseagent.core.stream.Trace;
import java.util.concurrent.TimeUnit;

/** Reads the events of one stream: when they happened, when they were published, what failed. Of the stream's writer. */
final class StreamDelivery {
    private final Delivery delivery;
    private final DeliveryConfig config;
    private final RouteDelivery route;
    private final Trace trace;
    private final boolean wantsId;
    /** Admitted values; those from headers stay. */
    private final String[] dimensions;

    private final String[] values;
    private DeliverySeries series;
    private String id;

    /** {@code trace} is null for a request without one; the array is kept. */
    StreamDelivery(Delivery delivery, RouteDelivery route, Trace trace, String[] dimensions) {
        this.delivery = delivery;
        this.config = delivery.config();
        this.route = route;
        this.trace = trace;
        this.dimensions = dimensions;
        this.values = new String[Delivery.FIRST_DIMENSION + dimensions.length];
        this.wantsId = isId(config.eventTime()) || isId(config.publishTime());
    }

    private static boolean isId(ValueSource source) {
        return source != null && source.pointer() == null;
    }

    void id(BoundedBytes blockId) {
        if (wantsId) {
            id = blockId.overflowed() ? "" : blockId.toString();
        }
    }

    void event(BoundedBytes type, byte[] data, int length, boolean cut) {
        if (delivery.codes().isAsked() && isFailure(type)) {
            failure(data, length, cut);
        } else if (config.eventTime() != null || config.publishTime() != null) {
            times(data, length, cut);
        }
        id = null;
    }

    private boolean isFailure(BoundedBytes type) {
        String name = config.failureEvent();
        // the text is made only for what may be it
        return type.length() == name.length() && type.toString().equals(name);
    }

    private void failure(byte[] data, int length, boolean cut) {
        String[] code = new String[1];
        delivery.codes().read(data, length, cut, code);
        route.failed(delivery.failureCodes().admit(code[0]));
    }

    private void times(byte[] data, int length, boolean cut) {
        boolean sound = !delivery.times().isAsked() || delivery.times().read(data, length, cut, values);
        long nowMillis = delivery.clock().epochMillis();
        long nowNanos = TimeUnit.MILLISECONDS.toNanos(nowMillis);
        long happened = time(config.eventTime(), values[Delivery.EVENT_TIME], sound, nowNanos);
        long published = time(config.publishTime(), values[Delivery.PUBLISH_TIME], sound, nowNanos);
        if (happened != EpochTime.NONE || published != EpochTime.NONE) {
            dimensions();
        }
        if (happened != EpochTime.NONE && published != EpochTime.NONE) {
            if (happened > published + config.maxSkewNanos()) {
                route.rejected(RejectReason.FUTURE);
            } else {
                record(Leg.EVENT_TO_PUBLISH, published - happened, nowMillis);
            }
        }
        if (published != EpochTime.NONE) {
            record(Leg.PUBLISH_TO_WRITE, nowNanos - published, nowMillis);
        }
        if (happened != EpochTime.NONE) {
            record(Leg.EVENT_TO_WRITE, nowNanos - happened, nowMillis);
        }
        for (int i = 0; i < values.length; i++) {
            // nothing of an event is kept
            values[i] = null;
        }
    }

    private long time(ValueSource source, String inData, boolean sound, long nowNanos) {
        if (source == null) {
            return EpochTime.NONE;
        }
        boolean ofId = isId(source);
        String text = ofId ? id : inData;
        if (text == null) {
            return rejected(ofId || sound ? RejectReason.MISSING : RejectReason.UNPARSABLE);
        }
        long nanos = ofId ? EpochTime.ofId(text, config.timeUnit()) : EpochTime.of(text, config.timeUnit());
        if (nanos == EpochTime.NONE) {
            return rejected(RejectReason.UNPARSABLE);
        }
        if (nanos > nowNanos + config.maxSkewNanos()) {
            return rejected(RejectReason.FUTURE);
        }
        return nanos < nowNanos - config.maxAgeNanos() ? rejected(RejectReason.STALE) : nanos;
    }

    private long rejected(RejectReason reason) {
        route.rejected(reason);
        return EpochTime.NONE;
    }

    private void dimensions() {
        boolean changed = series == null;
        for (int i = 0; i < dimensions.length; i++) {
            if (delivery.isOfData(i)) {
                String admitted = delivery.dimension(i).admit(values[Delivery.FIRST_DIMENSION + i]);
                changed |= !admitted.equals(dimensions[i]);
                dimensions[i] = admitted;
            }
        }
        if (changed) {
            series = route.series(dimensions);
        }
    }

    /** Clocks of two machines differ, and one may be set back: what then looks negative took no time. */
    private void record(Leg leg, long nanos, long nowMillis) {
        long took = Math.max(nanos, 0);
        series.leg(leg).record(took, trace, nowMillis);
        delivery.windows().record(leg, took);
    }
}
