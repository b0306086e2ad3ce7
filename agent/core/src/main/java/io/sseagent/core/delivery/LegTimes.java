package io.sseagent.core.delivery;

import io.sseagent.core.stats.Exemplar;
import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.Layouts;
import io.sseagent.core.stats.SharedCounts;
import io.sseagent.core.stream.Trace;
import java.util.concurrent.atomic.AtomicReference;

/** The times of one leg in one series. Recorded by any thread without a lock, read by one at a time. */
final class LegTimes {
    private final SharedCounts counts = new SharedCounts(Layouts.DELIVERY);
    /** The slowest traced one since the last reading. */
    private final AtomicReference<Slowest> slowest = new AtomicReference<>();

    // Guarded by this.
    private final HistogramTotals totals = new HistogramTotals(Layouts.DELIVERY);

    /** {@code trace} is null for a stream without one. */
    void record(long nanos, Trace trace, long epochMillis) {
        counts.record(nanos);
        if (trace == null) {
            return;
        }
        Slowest before = slowest.get();
        if (before == null || nanos > before.nanos) {
            // one that two threads fight over is as good as the other
            slowest.compareAndSet(before, new Slowest(nanos, trace, epochMillis));
        }
    }

    /** A copy that is the reader's. */
    synchronized HistogramTotals read() {
        totals.drain(counts);
        Slowest traced = slowest.getAndSet(null);
        totals.offer(traced == null ? null : traced.exemplar());
        HistogramTotals copy = new HistogramTotals(Layouts.DELIVERY);
        copy.add(totals);
        return copy;
    }

    private static final class Slowest {
        private final long nanos;
        private final Trace trace;
        private final long epochMillis;

        Slowest(long nanos, Trace trace, long epochMillis) {
            this.nanos = nanos;
            this.trace = trace;
            this.epochMillis = epochMillis;
        }

        Exemplar exemplar() {
            return trace.exemplar(nanos, epochMillis);
        }
    }
}
