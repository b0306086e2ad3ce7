package io.sseagent.core.stats;

/** The bounds of the catalogue's histograms. */
public final class Layouts {
    /** Establishment and first event: 5 ms to 60 s. */
    public static final BucketLayout ESTABLISH =
            BucketLayout.ofNanos(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60);
    /** Gaps: 10 ms to 300 s; the upper ones are the time-outs of common proxies. */
    public static final BucketLayout GAP =
            BucketLayout.ofNanos(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60, 100, 300);
    /** Life of a stream: 1 s to 24 h. */
    public static final BucketLayout DURATION =
            BucketLayout.ofNanos(1, 5, 15, 30, 60, 100, 300, 900, 1800, 3600, 14400, 43200, 86400);
    /** Reconnection: 100 ms to 300 s; browsers wait 3 s or 5 s. */
    public static final BucketLayout RECONNECT =
            BucketLayout.ofNanos(0.1, 0.25, 0.5, 1, 2, 3, 4, 5, 7.5, 10, 30, 60, 300);
    /** Streams of one client: a browser stops at six over HTTP/1.1. */
    public static final BucketLayout STREAMS = BucketLayout.ofUnits(1, 2, 3, 4, 5, 6, 8, 10, 20, 50, 100, 1000);
    /** Size of an event: 64 B to 16 MiB. */
    public static final BucketLayout SIZE =
            BucketLayout.ofUnits(64, 128, 256, 512, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216);
    /** Write and flush: 100 us to 10 s. */
    public static final BucketLayout WRITE =
            BucketLayout.ofNanos(0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10);

    /** Pauses of the JVM: 1 ms to 10 s. */
    public static final BucketLayout GC =
            BucketLayout.ofNanos(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10);

    /** Delivery of an event: 1 ms, which is as fine as clocks of machines agree, to 300 s. */
    public static final BucketLayout DELIVERY =
            BucketLayout.ofNanos(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300);

    private Layouts() {}
}
