package io.sseagent.core.resources;

import io.sseagent.bootstrap.StartedWork;
import io.sseagent.bootstrap.WorkKind;
import io.sseagent.bootstrap.WorkLedger;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinWorkerThread;

/** What was started for streams, or for requests that may still open one, and is alive. On the agent's thread. */
final class StartedWorks {
    /** A place costs the thread that starts something a walk over its stack: with these, a few thousandths of a core. */
    private static final int MOST_PER_SECOND = 1000;
    /** A response that takes longer to begin claims nothing. */
    private static final long UNCLAIMED_NANOS = 30_000_000_000L;

    private final int max;
    private final long afterNanos;
    private final AgentHealth health;
    private final Orphans orphans;
    private List<Entry> entries = new ArrayList<>();
    private int platformThreads;
    private int virtualThreads;

    StartedWorks(int max, long afterNanos, AgentHealth health, Orphans orphans) {
        this.max = max;
        this.afterNanos = afterNanos;
        this.health = health;
        this.orphans = orphans;
    }

    /** Takes over what has come in, lets go of what has ended, and counts what should have. */
    void look(WorkLedger ledger, long nowNanos, long nowMillis) {
        for (int dropped = ledger.takeDropped(); dropped > 0; dropped--) {
            health.overflow(Bound.STARTED_WORK);
        }
        for (StartedWork work = ledger.takeStarted(); work != null; work = WorkLedger.before(work)) {
            entries.add(new Entry(work, nowNanos));
        }
        platformThreads = 0;
        virtualThreads = 0;
        orphans.begin();
        List<Entry> alive = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            if (isToKeep(entry, nowNanos, nowMillis)) {
                alive.add(entry);
                count(entry, nowNanos);
            }
        }
        entries = alive;
        ledger.room(Math.max(0, Math.min(MOST_PER_SECOND, max - entries.size())));
    }

    private static boolean isToKeep(Entry entry, long nowNanos, long nowMillis) {
        if (isOver(entry.work, nowMillis)) {
            return false;
        }
        if (entry.work.origin().stream() == null) {
            return nowNanos - entry.sinceNanos < UNCLAIMED_NANOS;
        }
        if (entry.site == null) {
            entry.site = site(entry.work);
        }
        return entry.site != null;
    }

    /** What an application has overridden may throw, and is none of our business then. */
    private static boolean isOver(StartedWork work, long nowMillis) {
        try {
            return work.isOver(nowMillis);
        } catch (RuntimeException | LinkageError unknown) {
            return true;
        }
    }

    private static String site(StartedWork work) {
        Throwable where = work.takeWhere();
        Object started = work.get();
        boolean ofJdk = started instanceof ForkJoinWorkerThread
                || started != null && started.getClass().getName().endsWith(".InnocuousThread");
        return ofJdk || where == null ? null : CodeSite.of(where, work.kind());
    }

    private void count(Entry entry, long nowNanos) {
        StreamEnd stream = (StreamEnd) entry.work.origin().stream();
        if (stream == null) {
            return;
        }
        if (stream.endedBefore(nowNanos - afterNanos)) {
            boolean fits = orphans.add(entry.work.kind(), entry.site, stream);
            if (!fits && !entry.overflown) {
                entry.overflown = true;
                health.overflow(Bound.ORPHAN_SITES);
            }
        } else if (stream.isOpen() && entry.work.kind() == WorkKind.THREAD) {
            platformThreads++;
        } else if (stream.isOpen() && entry.work.kind() == WorkKind.VIRTUAL_THREAD) {
            virtualThreads++;
        }
    }

    /** Alive for streams that are open. */
    int platformThreads() {
        return platformThreads;
    }

    /** Alive for streams that are open. */
    int virtualThreads() {
        return virtualThreads;
    }

    private static final class Entry {
        private final StartedWork work;
        private final long sinceNanos;
        /** Null until a stream has claimed the work. */
        private String site;

        private boolean overflown;

        Entry(StartedWork work, long sinceNanos) {
            this.work = work;
            this.sinceNanos = sinceNanos;
        }
    }
}
