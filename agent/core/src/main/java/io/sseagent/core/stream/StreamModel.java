package io.sseagent.core.stream;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.IgnoredStream;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.bootstrap.StreamTracker;
import io.sseagent.core.config.ModelConfig;
import io.sseagent.core.gc.GcListener;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import io.sseagent.core.health.Switchable;
import io.sseagent.core.route.MatchedRoute;
import io.sseagent.core.route.RouteTable;
import io.sseagent.core.route.RouteTemplates;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** All streams of this JVM: the taps write to it, exporters read it. Thread-safe; no method throws. */
public final class StreamModel implements StreamTracker, Switchable, GcListener {
    /** From here on the clocks of writes would cost 0.1 % of a core. */
    private static final int BUSY_EVENTS_PER_SECOND = 20_000;

    private final ModelConfig config;
    private final AgentHealth health;
    private final Clock clock;
    private final AdviceFailureCounts adviceFailures;
    private final RouteTable routes;
    private final ReconnectTracker reconnects;
    private final ReconnectListener reconnectListener;
    private final ClientKeys clients = ClientKeys.random();
    private final OpenClients openClients = new OpenClients();
    private final ReferenceQueue<LiveStream> collected = new ReferenceQueue<>();
    private final Endpoints endpoints;
    private final Watches watches;
    private final AtomicInteger tracked = new AtomicInteger();
    private final Pulse pulse = new Pulse();
    private final GcPauses gcPauses = new GcPauses();
    private final Drains drains = new Drains();
    /** Odd while recording, and another number after each pause: all that a write has to look at. */
    private volatile int epoch = 1;

    private volatile long recordingSinceNanos;

    /** An empty model. */
    public StreamModel(ModelConfig config, AgentHealth health, Clock clock, AdviceFailureListener adviceFailures) {
        this.config = config;
        this.health = health;
        this.clock = clock;
        this.recordingSinceNanos = clock.nanos();
        this.adviceFailures = new AdviceFailureCounts(health, adviceFailures);
        this.watches = new Watches(health, adviceFailures);
        this.endpoints = new Endpoints(config, health, clock);
        this.routes = new RouteTable(config.maxRoutes(), health);
        this.reconnects =
                new ReconnectTracker(config.maxReconnectClients(), config.reconnectWindowNanos(), health, clock);
        this.reconnectListener = new ReconnectListener(reconnects, health, adviceFailures);
    }

    @Override
    public SseStream opened(StreamRequest request) {
        if (!isRecording()) {
            return null;
        }
        if (tracked.get() >= config.maxStreams()) {
            health.overflow(Bound.STREAMS);
            return IgnoredStream.INSTANCE;
        }
        String template = template(request);
        Endpoint endpoint = endpoints.of(request, routes.admit(template));
        long client = clients.of(request);
        Opening opening = new Opening(request, client, ClientKeys.at(client, template), collected, clock.nanos());
        LiveStream stream = new LiveStream(this, endpoint, opening, watches.eventData(request, endpoint.key()));
        endpoint.opened(stream.ref(), opening.kind(), opening.establishNanos(), clock.epochMillis());
        endpoint.heldByClient(openClients.opened(client));
        // Last, so that a failure on the way here leaks no place; threads that open at once may pass the cap by their
        // number.
        tracked.incrementAndGet();
        reconnectListener.opened(stream.ref().returningClient, request, endpoint);
        watches.opened(stream.ref(), request);
        return stream;
    }

    @Override
    public void refused(StreamRequest request, int status) {
        RequestOutcome outcome = RequestOutcome.refused(status);
        if (outcome == null || !isRecording()) {
            return;
        }
        // Only a template that the server vouches for takes a place in the table: anybody can ask for any path.
        String template = template(request);
        String route = MatchedRoute.of(request) != null ? routes.admit(template) : routes.known(template);
        Endpoint endpoint = endpoints.of(request, route);
        endpoint.refused(outcome);
        watches.refused(endpoint.key(), outcome);
        reconnectListener.refused(ClientKeys.at(clients.of(request), template), request, endpoint);
    }

    private static String template(StreamRequest request) {
        String matched = MatchedRoute.of(request);
        if (matched != null) {
            return matched;
        }
        return request.path() == null ? RouteTable.OVERFLOW : RouteTemplates.collapse(request.path());
    }

    /** Takes a stream that has ended out of the open ones. */
    void closed(LiveStream stream, CloseReason evidence) {
        StreamRef ref = stream.ref();
        boolean truncated = evidence == CloseReason.COMPLETE && stream.truncated();
        CloseReason reason = truncated ? CloseReason.TRUNCATED : evidence;
        if (left(ref, reason) && isRecording()) {
            reconnectListener.closed(ref.returningClient, ref.endpoint, reason);
        }
    }

    private boolean left(StreamRef ref, CloseReason reason) {
        boolean silenceKnown = isRecording() && ref.silentSinceNanos() - recordingSinceNanos >= 0;
        if (!ref.endpoint.closed(ref, reason, clock.nanos(), clock.epochMillis(), silenceKnown)) {
            return false;
        }
        tracked.decrementAndGet();
        openClients.closed(ref.client);
        String server = ref.endpoint.key().server();
        if (drains.isUnderWay(server) && endpoints.open(server) == 0) {
            drains.end(server, clock.nanos());
        }
        watches.closed(ref, reason);
        return true;
    }

    Drains drains() {
        return drains;
    }

    @Override
    public void serverStopping(String server, boolean isStopping) {
        if (isStopping) {
            drains.stops(server, endpoints.open(server), clock.nanos());
        } else {
            drains.forget(server);
        }
    }

    /**
     * Stops or resumes recording; a write that is under way at that moment still counts. Streams that are open stay in the
     * gauges and leave them when they end; those that write again after a pause go on like streams picked up on the way.
     */
    @Override
    public synchronized void switchTo(boolean on) {
        if (on == isRecording()) {
            return;
        }
        if (on) {
            recordingSinceNanos = clock.nanos();
            SseStreams.attachedLate();
        }
        epoch = epoch + 1;
        SseStreams.activate(on);
        if (!on) {
            reconnects.forget();
        }
    }

    /** Whether streams are observed now. */
    public boolean isRecording() {
        return isRecording(epoch);
    }

    static boolean isRecording(int epoch) {
        return (epoch & 1) != 0;
    }

    int epoch() {
        return epoch;
    }

    /** Streams that end from now on end because the JVM does. */
    public void jvmStopping() {
        drains.jvmStops();
        for (Endpoint endpoint : endpoints.all()) {
            String server = endpoint.key().server();
            drains.begin(server, endpoints.open(server), clock.nanos());
        }
    }

    /** Tells {@code listener} of each stop under open streams that began before the last of them ended. */
    public void onDrained(DrainListener listener) {
        drains.listener(listener);
    }

    @Override
    public void adviceFailed(String advice, Throwable failure) {
        adviceFailures.failed(advice, failure);
    }

    /**
     * What happens once a second, on the agent's thread: peaks, reconnect windows, streams whose end was missed.
     *
     * @return whether there is so much to count that {@link #beat} is to be called twenty times until the next tick
     */
    public boolean tick() {
        long now = clock.nanos();
        long eventsPerSecond = 0;
        for (Endpoint endpoint : endpoints.all()) {
            eventsPerSecond += endpoint.tick(now);
        }
        reconnects.expire();
        SseStreams.forgetCollected();
        Reference<? extends LiveStream> lost = collected.poll();
        while (lost != null) {
            StreamRef ref = (StreamRef) lost;
            left(ref, CloseReason.UNKNOWN);
            lost = collected.poll();
        }
        if (eventsPerSecond < BUSY_EVENTS_PER_SECOND) {
            rest();
        }
        return eventsPerSecond >= BUSY_EVENTS_PER_SECOND;
    }

    /** Tells writers that time has passed. On the agent's thread. */
    public void beat() {
        pulse.next();
    }

    /** Nobody will beat any more. */
    public void rest() {
        pulse.rest();
    }

    Pulse pulse() {
        return pulse;
    }

    /** Every endpoint at this moment, in no order. Never stops a write. */
    public List<EndpointSnapshot> read() {
        long start = clock.nanos();
        // a stream that nobody listened to is not known to be silent
        boolean heardLongEnough = isRecording() && start - recordingSinceNanos > config.stalledAfterNanos();
        long stalledAfterNanos = heardLongEnough ? config.stalledAfterNanos() : Long.MAX_VALUE;
        List<EndpointSnapshot> snapshots = new ArrayList<>();
        for (Endpoint endpoint : endpoints.all()) {
            snapshots.add(endpoint.read(start, stalledAfterNanos));
        }
        health.scraped(clock.nanos() - start);
        return snapshots;
    }

    /** Pauses without open streams are nobody's. */
    @Override
    public void paused(String gc, String cause, long nanos) {
        if (isRecording() && tracked.get() > 0) {
            for (Endpoint endpoint : endpoints.all()) {
                endpoint.stalled(nanos);
            }
            gcPauses.add(gc, cause, nanos);
        }
    }

    /** Every open stream at this moment; allocates as much as there are. */
    public List<StreamLife> openStreams() {
        return endpoints.openStreams();
    }

    /** What else follows the streams of this model. */
    public Watches watches() {
        return watches;
    }

    /** The pauses of the JVM. */
    public GcPauses gcPauses() {
        return gcPauses;
    }

    /** Streams held in memory now. */
    public int tracked() {
        return tracked.get();
    }

    /** The agent's own counters. */
    public AgentHealth health() {
        return health;
    }

    Clock clock() {
        return clock;
    }
}
