package io.sseagent.core.config;

/** What is watched of threads, tasks and executors that streams start. */
public final class ResourceConfig {
    private final boolean orphans;
    private final long orphansAfterNanos;
    private final int maxOrphanSites;
    private final int maxTrackedWork;

    ResourceConfig(Settings settings) {
        this.orphans = settings.get(ConfigKeys.ORPHANS_ENABLED);
        this.orphansAfterNanos = settings.get(ConfigKeys.ORPHANS_AFTER);
        this.maxOrphanSites = settings.get(ConfigKeys.ORPHAN_SITES_MAX);
        this.maxTrackedWork = settings.get(ConfigKeys.ORPHANS_TRACKED_MAX);
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

    /** Threads, tasks and executors followed at the same time. */
    public int maxTrackedWork() {
        return maxTrackedWork;
    }
}
