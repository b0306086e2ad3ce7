package io.sseagent.core.delivery;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import io.sseagent.core.parser.BoundedBytes;
import io.sseagent.core.parser.DataBuffers;
import io.sseagent.core.parser.EventData;

/** Hands the events of one stream to those who read them, and keeps from the write what they throw. Of the stream's writer. */
final class EventReader extends EventData {
    private final AgentHealth health;
    private final StreamDelivery delivery;
    private final LastId lastId;

    /** Without {@code delivery} no data is read, without {@code route} no ids are compared; both may be null. */
    EventReader(AgentHealth health, DataBuffers buffers, StreamDelivery delivery, RouteIds route, long resumedAfter) {
        super(delivery == null ? null : buffers);
        this.health = health;
        this.delivery = delivery;
        this.lastId = route == null ? null : route.opened(this, resumedAfter);
    }

    @Override
    protected void onData(BoundedBytes type, byte[] data, int length, boolean cut) {
        try {
            delivery.event(type, data, length, cut);
        } catch (Throwable failure) {
            health.error(DeliveryWatch.COMPONENT);
        }
    }

    @Override
    protected void onId(BoundedBytes id) {
        try {
            if (lastId != null) {
                lastId.wrote(id.decimal());
            }
            if (delivery != null) {
                delivery.id(id);
            }
        } catch (Throwable failure) {
            health.error(DeliveryWatch.COMPONENT);
        }
    }

    @Override
    protected void onNoBuffer() {
        health.overflow(Bound.DELIVERY_BUFFERS);
    }

    @Override
    protected void onEnd() {
        if (lastId != null) {
            lastId.end();
        }
    }
}
