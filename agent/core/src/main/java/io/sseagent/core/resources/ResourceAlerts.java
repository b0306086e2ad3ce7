package io.sseagent.core.resources;

import io.sseagent.core.config.ResourceConfig;
import io.sseagent.core.gc.GcListener;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamLife;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One line for each time that a threshold is passed, with what a search goes on with: route, trace id and time. Thread-safe. */
public final class ResourceAlerts implements GcListener {
    private static final long PAUSES_APART_NANOS = 10_000_000_000L;

    private final ResourceConfig config;
    private final AgentLog log;
    private final Clock clock;
    private final Set<String> allocating = new HashSet<>();
    private boolean tooManyThreads;
    private boolean pausedBefore;
    private long lastPauseNanos;
    /** The latest that is open, to name one that a pause has met. */
    private volatile StreamLife latest;

    /** What is told goes to {@code log}. */
    public ResourceAlerts(ResourceConfig config, AgentLog log, Clock clock) {
        this.config = config;
        this.log = log;
        this.clock = clock;
    }

    void opened(StreamLife stream) {
        latest = stream;
    }

    void closed(StreamLife stream) {
        if (latest == stream) {
            latest = null;
        }
    }

    /** After a count of orphans. */
    void orphans(Orphans orphans) {
        for (Orphans.Site site : orphans.reached(config.alertOrphans())) {
            tell(
                    site.count + " orphans of kind " + site.kind.label() + " started at " + site.place,
                    site.latest.endpoint().route(),
                    site.latest.traceId());
        }
    }

    /** After a look at the threads. */
    synchronized void held(HeldThreads threads) {
        boolean tooMany = threads.held() >= config.alertThreads();
        StreamEnd one = threads.one();
        if (tooMany && !tooManyThreads) {
            tell(
                    threads.held() + " threads are held by streams",
                    one == null ? null : one.endpoint().route(),
                    one == null ? null : one.traceId());
        }
        tooManyThreads = tooMany;
        for (Map.Entry<String, Long> route : threads.latestBytes().entrySet()) {
            if (route.getValue() < config.alertAllocatedBytes()) {
                allocating.remove(route.getKey());
            } else if (allocating.add(route.getKey())) {
                tell(route.getValue() + " bytes were allocated for streams in a second", route.getKey(), null);
            }
        }
        allocating.retainAll(threads.latestBytes().keySet());
    }

    /** On a thread of the JVM; of a series of long pauses, one in ten seconds. */
    @Override
    public void paused(String gc, String cause, long nanos) {
        StreamLife met = latest;
        if (nanos < config.alertPauseNanos() || met == null || !isFirstPause()) {
            return;
        }
        tell(
                String.format(Locale.ROOT, "%s stopped the JVM for %.3f s (%s)", gc, nanos / 1e9, cause),
                met.endpoint().route(),
                met.traceId());
    }

    private synchronized boolean isFirstPause() {
        long now = clock.nanos();
        boolean first = !pausedBefore || now - lastPauseNanos > PAUSES_APART_NANOS;
        if (first) {
            pausedBefore = true;
            lastPauseNanos = now;
        }
        return first;
    }

    private void tell(String what, String route, String traceId) {
        log.warn("alert: " + what
                + (route == null ? "" : ", such as for route " + route)
                + (traceId == null ? "" : ", trace " + traceId)
                + ", at " + Instant.ofEpochMilli(clock.epochMillis()));
    }
}
