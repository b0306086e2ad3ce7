package io.sseagent.core.audience;

import io.sseagent.core.stream.ClientFamily;
import java.util.concurrent.TimeUnit;

/**
 * Who comes to one route, in a window that slides by a fifth of its length. Thread-safe; its lock is taken when a stream opens or
 * ends, and for a reading.
 */
final class RouteAudience {
    private static final int SLICES = 5;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AudienceRule rule;
    private final long sliceNanos;
    private final long beginNanos;

    // Guarded by this.
    private final AudienceSlice[] slices = new AudienceSlice[SLICES];
    private final long[] healths = new long[AudienceHealth.values().length];
    private long slice;

    RouteAudience(AudienceRule rule, long windowNanos, long nowNanos) {
        this.rule = rule;
        this.sliceNanos = Math.max(windowNanos / SLICES, 1);
        this.beginNanos = nowNanos;
    }

    /** {@code source} is 0 if it is not known. */
    synchronized void opened(ClientFamily family, long source, long nowNanos) {
        AudienceSlice now = now(nowNanos);
        now.opened++;
        now.families[family.ordinal()]++;
        if (source != 0) {
            now.openedBySources++;
            now.sources.add(source);
            now.heavySources.add(source);
        }
    }

    /** {@code client} is 0 if it is not known. */
    synchronized void closed(boolean program, long client, long ageNanos, long nowNanos) {
        AudienceSlice now = now(nowNanos);
        now.seconds.add(ageNanos / NANOS_PER_SECOND);
        int ended = 0;
        if (client != 0) {
            now.heavyClients.add(client);
            for (AudienceSlice each : slices) {
                ended += each == null ? 0 : each.heavyClients.atLeast(client);
            }
        }
        healths[rule.of(program, ended, ageNanos).ordinal()]++;
    }

    /** What the window holds at this moment. */
    synchronized AudienceReading read(long nowNanos) {
        now(nowNanos);
        return new AudienceReading(slices, healths);
    }

    private AudienceSlice now(long nowNanos) {
        long current = (nowNanos - beginNanos) / sliceNanos;
        // a clock that steps back changes nothing
        for (long next = Math.max(slice + 1, current - SLICES + 1); next <= current; next++) {
            slices[(int) (next % SLICES)] = null;
        }
        slice = Math.max(slice, current);
        int place = (int) (slice % SLICES);
        if (slices[place] == null) {
            slices[place] = new AudienceSlice();
        }
        return slices[place];
    }
}
