package io.sseagent.core.stream;

/** One endpoint at one moment. Belongs to its reader; not thread-safe. */
public final class EndpointSnapshot {
    private final EndpointKey key;
    private final EndpointTotals totals;
    private final String[] eventTypes;
    private final long peakPerSecond;
    private int active;
    private int stalledData;
    private int stalledBytes;
    private long oldestAgeNanos;

    EndpointSnapshot(EndpointKey key, EndpointTotals totals, String[] eventTypes, long peakPerSecond) {
        this.key = key;
        this.totals = totals;
        this.eventTypes = eventTypes;
        this.peakPerSecond = peakPerSecond;
    }

    void add(StreamRef stream, long nowNanos, long stalledAfterNanos) {
        totals.streams().add(stream.counters, stream.trace);
        active++;
        if (nowNanos - since(stream.counters.lastDataNanos(), stream) > stalledAfterNanos) {
            stalledData++;
        }
        if (nowNanos - since(stream.counters.lastByteNanos(), stream) > stalledAfterNanos) {
            stalledBytes++;
        }
        if (stream.startKnown) {
            oldestAgeNanos = Math.max(oldestAgeNanos, nowNanos - stream.openedNanos);
        }
    }

    private static long since(long lastNanos, StreamRef stream) {
        return lastNanos == 0 ? stream.openedNanos : lastNanos;
    }

    /** What is grouped here. */
    public EndpointKey key() {
        return key;
    }

    /** Counters and histograms of closed and open streams together. */
    public EndpointTotals totals() {
        return totals;
    }

    /** Type names by index; null where there is none. */
    public String[] eventTypes() {
        return eventTypes.clone();
    }

    /** Streams open now. */
    public int active() {
        return active;
    }

    /** Open streams without an event for longer than the threshold. */
    public int stalledData() {
        return stalledData;
    }

    /** Open streams without any byte for longer than the threshold. */
    public int stalledBytes() {
        return stalledBytes;
    }

    /** Age of the oldest stream whose start is known, 0 if there is none. */
    public long oldestAgeNanos() {
        return oldestAgeNanos;
    }

    /** Events in the highest second of the last minute. */
    public long peakPerSecond() {
        return peakPerSecond;
    }
}
