package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;

/**
 * Pairs the end of a subscription with the next request of the same client. Bounded; thread-safe; taken at open and close.
 *
 * <p>A strong match is one that the client declares ({@code Last-Event-ID} or {@code X-Reconnect-Timestamp}), a weak one rests
 * on the client's key alone: people behind one address with one browser look alike.
 */
final class ReconnectTracker {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long LONGEST_GAP_MILLIS = 24 * 3600 * 1000L;
    /** Digits of milliseconds since the epoch, until the year 2286. */
    private static final int LONGEST_TIMESTAMP = 13;

    private final int maxClients;
    private final long windowNanos;
    private final AgentHealth health;
    private final Clock clock;
    /** Nanoseconds count from here, because a clock may begin anywhere and pass its end. */
    private final long beginNanos;

    private final Departures departures = new Departures();
    // Guarded by the departures.
    private long number;

    ReconnectTracker(int maxClients, long windowNanos, AgentHealth health, Clock clock) {
        this.maxClients = maxClients;
        this.windowNanos = windowNanos;
        this.health = health;
        this.clock = clock;
        this.beginNanos = clock.nanos();
    }

    void closed(long client, Endpoint endpoint, CloseReason reason) {
        if (client == 0 || endpoint.key().mode() != Mode.SUBSCRIPTION) {
            return;
        }
        synchronized (departures) {
            long now = clock.nanos();
            long deadline = now - beginNanos + advisedNanos(endpoint) + windowNanos;
            departures.add(new Departure(client, endpoint, now, deadline, reason.byServer(), number++));
            if (departures.size() > maxClients) {
                departures.removeFirst();
                health.overflow(Bound.RECONNECT_CLIENTS);
            }
        }
    }

    /** As long as the application told clients to wait, or as browsers wait without being told. */
    private static long advisedNanos(Endpoint endpoint) {
        long millis = endpoint.retryMillis();
        return millis < 0 ? 0 : Math.min(millis, LONGEST_GAP_MILLIS) * NANOS_PER_MILLI;
    }

    /** A client got a stream. */
    void opened(long client, StreamRequest request, Endpoint endpoint) {
        came(client, request, endpoint, ReconnectOutcome.SUCCESS);
    }

    /** A client asked for a stream and got none. */
    void refused(long client, StreamRequest request, Endpoint endpoint) {
        came(client, request, endpoint, ReconnectOutcome.FAILED);
    }

    private void came(long client, StreamRequest request, Endpoint endpoint, ReconnectOutcome outcome) {
        if (endpoint.key().mode() != Mode.SUBSCRIPTION || request.isPickedUp()) {
            return;
        }
        String id = request.header(StreamRequest.LAST_EVENT_ID);
        long declaredNanos = declaredGapNanos(request.header(StreamRequest.RECONNECT_TIMESTAMP));
        boolean strong = (id != null && !id.isEmpty()) || declaredNanos >= 0;
        Departure departure = take(client);
        if (departure != null) {
            endpoint.reconnected(outcome, strong, clock.nanos() - departure.nanos);
        } else if (strong) {
            endpoint.reconnected(outcome, true, declaredNanos);
        }
    }

    private long declaredGapNanos(String timestamp) {
        if (timestamp == null || timestamp.length() > LONGEST_TIMESTAMP) {
            return -1;
        }
        try {
            long gapMillis = clock.epochMillis() - Long.parseLong(timestamp);
            return gapMillis < 0 || gapMillis > LONGEST_GAP_MILLIS ? -1 : gapMillis * NANOS_PER_MILLI;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** What is too old stays for {@link #expire}, which counts it. */
    private Departure take(long client) {
        synchronized (departures) {
            Departure latest = departures.latest(client);
            if (latest == null || clock.nanos() - beginNanos > latest.deadlineNanos) {
                return null;
            }
            departures.remove(latest);
            return latest;
        }
    }

    /** Waits for nobody any more: who comes back while the agent is disabled is not seen, and not lost either. */
    void forget() {
        synchronized (departures) {
            while (departures.size() > 0) {
                departures.removeFirst();
            }
        }
    }

    /** Gives up on clients whose time has passed. Called once a second. */
    void expire() {
        long now = clock.nanos() - beginNanos;
        while (true) {
            Departure expired;
            synchronized (departures) {
                expired = departures.first();
                if (expired == null || now <= expired.deadlineNanos) {
                    return;
                }
                departures.removeFirst();
            }
            // A client that left by itself owes nothing; one that was cut off was expected back.
            if (expired.byServer) {
                expired.endpoint.reconnected(ReconnectOutcome.TIMEOUT, false, -1);
            }
        }
    }
}
