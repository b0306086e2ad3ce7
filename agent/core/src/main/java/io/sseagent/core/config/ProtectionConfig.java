package io.sseagent.core.config;

/** When the agent steps aside for its host. A limit that is off is one that is never reached. */
public final class ProtectionConfig {
    private final String disableFile;
    private final double maxHeapShare;
    private final double maxCpuShare;
    private final long maxScrapeNanos;
    private final long recoveryNanos;

    ProtectionConfig(Settings settings) {
        this.disableFile = settings.getOrNull(ConfigKeys.DISABLE_FILE);
        this.maxHeapShare = settings.get(ConfigKeys.BREAKER_HEAP);
        this.maxCpuShare = settings.get(ConfigKeys.BREAKER_CPU);
        this.maxScrapeNanos = settings.get(ConfigKeys.BREAKER_SCRAPE);
        this.recoveryNanos = settings.get(ConfigKeys.BREAKER_RECOVERY);
    }

    /** The signal file, or null. */
    public String disableFile() {
        return disableFile;
    }

    /** Old generation in use after a collection, 0 to 1, or infinite. */
    public double maxHeapShare() {
        return maxHeapShare;
    }

    /** Of one processor, 0 to 1, or infinite. */
    public double maxCpuShare() {
        return maxCpuShare;
    }

    /** Time to make one scrape, or {@link Long#MAX_VALUE}. */
    public long maxScrapeNanos() {
        return maxScrapeNanos;
    }

    /** Between a trip and the first attempt to go on. */
    public long recoveryNanos() {
        return recoveryNanos;
    }
}
