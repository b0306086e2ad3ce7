package io.sseagent.core.stream;

import io.sseagent.core.stats.Exemplar;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.SharedCounts;

/** Sums of {@link StreamCounters} over streams. Not thread-safe: guarded by its endpoint, or owned by a reader. */
public final class StreamTotals {
    // Kept, because values() copies its array, and a reading visits every open stream.
    private static final StreamCounter[] COUNTERS = StreamCounter.values();
    private static final StreamHistogram[] HISTOGRAMS = StreamHistogram.values();

    private final long[] counters = new long[COUNTERS.length];
    private final HistogramTotals[] histograms = new HistogramTotals[HISTOGRAMS.length];
    private final long[] eventsByType;

    StreamTotals(int eventTypes) {
        this.eventsByType = new long[eventTypes];
        for (StreamHistogram histogram : HISTOGRAMS) {
            histograms[histogram.ordinal()] = new HistogramTotals(histogram.layout());
        }
    }

    void add(StreamCounters stream, Trace trace) {
        for (StreamCounter counter : COUNTERS) {
            counters[counter.ordinal()] += stream.get(counter);
        }
        for (StreamHistogram histogram : HISTOGRAMS) {
            if (histogram == StreamHistogram.BOTH_GAPS) {
                get(StreamHistogram.DATA_GAP).add(stream.get(histogram));
                get(StreamHistogram.BYTE_GAP).add(stream.get(histogram));
            } else {
                get(histogram).add(stream.get(histogram));
            }
        }
        stream.addEventsTo(eventsByType);
        long slowest = stream.slowestWriteNanos();
        if (trace != null && slowest > 0) {
            Exemplar exemplar = trace.exemplar(slowest, stream.slowestWriteEpochMillis());
            histograms[StreamHistogram.WRITE_OK.ordinal()].offer(exemplar);
        }
    }

    /** Takes over what was counted for streams without memory left. */
    void drain(StreamHistogram histogram, SharedCounts counts) {
        histograms[histogram.ordinal()].drain(counts);
    }

    void addEvents(int type, long count) {
        eventsByType[type] += count;
    }

    void add(StreamTotals other) {
        for (int i = 0; i < counters.length; i++) {
            counters[i] += other.counters[i];
        }
        for (int i = 0; i < histograms.length; i++) {
            histograms[i].add(other.histograms[i]);
        }
        for (int i = 0; i < eventsByType.length; i++) {
            eventsByType[i] += other.eventsByType[i];
        }
    }

    void add(StreamCounter counter, long amount) {
        counters[counter.ordinal()] += amount;
    }

    /** Sum of a counter. */
    public long get(StreamCounter counter) {
        return counters[counter.ordinal()];
    }

    /** Sum of a histogram, never null. */
    public HistogramTotals get(StreamHistogram histogram) {
        return histograms[histogram.ordinal()];
    }

    /** Events of the type with this index among {@link EndpointSnapshot#eventTypes()}. */
    public long events(int type) {
        return eventsByType[type];
    }

    /** Events of all types. */
    public long events() {
        long events = 0;
        for (long count : eventsByType) {
            events += count;
        }
        return events;
    }
}
