package io.sseagent.core.config;

/** What is watched of threads, tasks and executors that streams start. */
public final class ResourceConfig {
    private final boolean orphans;
    private final long orphansAfterNanos;
    private final int maxOrphanSites;
    private final int maxTrackedWork;

    private final int alertOrphans;
    private final long alertPauseNanos;
    private final int alertThreads;
    private final int alertAllocatedBytes;

    ResourceConfig(Settings settings) {
        this.alertOrphans = settings.get(WatchKeys.ALERTS_ORPHANS);
        this.alertPauseNanos = settings.get(WatchKeys.ALERTS_GC_PAUSE);
        this.alertThreads = settings.get(WatchKeys.ALERTS_THREADS);
        this.alertAllocatedBytes = settings.get(WatchKeys.ALERTS_ALLOCATION);
        this.orphans = settings.get(WatchKeys.ORPHANS_ENABLED);
        this.orphansAfterNanos = settings.get(WatchKeys.ORPHANS_AFTER);
        this.maxOrphanSites = settings.get(WatchKeys.ORPHAN_SITES_MAX);
        this.maxTrackedWork = settings.get(WatchKeys.ORPHANS_TRACKED_MAX);
    }

    /** Whether classes of the JDK are woven for it. */
    public boolean orphans() {
        return orphans;
    }

    /** Time after the end of a stream from which on what it started is an orphan. */
    public long orphansAfterNanos() {
        return orphansAfterNanos;
    }

    /** Distinct places in metrics. */
    public int maxOrphanSites() {
        return maxOrphanSites;
    }

    /** Orphans of one place that are worth a line. */
    public int alertOrphans() {
        return alertOrphans;
    }

    /** A pause of the JVM that is worth a line. */
    public long alertPauseNanos() {
        return alertPauseNanos;
    }

    /** Threads held by streams that are worth a line. */
    public int alertThreads() {
        return alertThreads;
    }

    /** Bytes allocated for one route in a second that are worth a line. */
    public int alertAllocatedBytes() {
        return alertAllocatedBytes;
    }

    /** Threads, tasks and executors followed at the same time. */
    public int maxTrackedWork() {
        return maxTrackedWork;
    }
}
