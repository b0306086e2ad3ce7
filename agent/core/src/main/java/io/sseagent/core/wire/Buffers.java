package io.sseagent.core.wire;

import io.sseagent.core.stream.StreamLife;
import java.util.Collection;
import java.util.Map;

/** Looks into the buffers of open streams. For the agent's thread. */
final class Buffers {
    private final NumberReader numbers;

    Buffers(NumberReader numbers) {
        this.numbers = numbers;
    }

    void look(Map<StreamLife, OpenSocket> open, Collection<RouteWire> routes, long nowNanos) {
        for (RouteWire route : routes) {
            route.beginBuffers();
        }
        for (Map.Entry<StreamLife, OpenSocket> each : open.entrySet()) {
            HeldBytes held = each.getValue().held;
            Object output = held == null ? null : held.get();
            if (output != null) {
                // in this order, so that no byte seems held that has passed
                long written = numbers.of(output, held.path);
                long passed = each.getKey().bytes();
                if (written != NumberReader.UNKNOWN) {
                    each.getValue().route.addBuffer(held.look(written, passed, nowNanos), held.isHeld());
                }
            }
        }
        for (RouteWire route : routes) {
            route.publishBuffers();
        }
    }
}
