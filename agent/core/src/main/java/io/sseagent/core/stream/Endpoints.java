package io.sseagent.core.stream;

import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.config.ModelConfig;
import io.sseagent.core.health.AgentHealth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Every endpoint that had a request; bounded by the routes that are admitted. Thread-safe. */
final class Endpoints {
    private final ModelConfig config;
    private final AgentHealth health;
    private final Clock clock;
    private final AtomicInteger ended = new AtomicInteger();
    private final ConcurrentHashMap<EndpointKey, Endpoint> byKey = new ConcurrentHashMap<>();

    Endpoints(ModelConfig config, AgentHealth health, Clock clock) {
        this.config = config;
        this.health = health;
        this.clock = clock;
    }

    /** Where a request for this admitted route belongs. */
    Endpoint of(StreamRequest request, String route) {
        EndpointKey key = new EndpointKey(
                route, Mode.of(request.method()), request.server(), EndpointKey.httpVersion(request.protocol()));
        Endpoint endpoint = byKey.get(key);
        if (endpoint == null) {
            EventTypes types = new EventTypes(config.maxEventTypes(), health);
            SpilledCounts spilled = new SpilledCounts(config.maxStreamMemoryBytes(), types.capacity(), health);
            Endpoint fresh = new Endpoint(key, types, spilled, ended, clock.nanos());
            Endpoint raced = byKey.putIfAbsent(key, fresh);
            endpoint = raced == null ? fresh : raced;
        }
        return endpoint;
    }

    Collection<Endpoint> all() {
        return byKey.values();
    }

    /** Every open stream at this moment; allocates as much as there are. */
    List<StreamLife> openStreams() {
        List<StreamLife> open = new ArrayList<>();
        for (Endpoint endpoint : byKey.values()) {
            Collections.addAll(open, endpoint.openStreams());
        }
        return open;
    }

    /** Streams that a server has open. */
    int open(String server) {
        int open = 0;
        for (Endpoint endpoint : byKey.values()) {
            open += endpoint.key().server().equals(server) ? endpoint.open() : 0;
        }
        return open;
    }
}
