package io.sseagent.core.stream;

import io.sseagent.core.stats.HistogramTotals;
import io.sseagent.core.stats.Layouts;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pauses that streams were open in, by collector and cause. Thread-safe; what a writer looks at is one volatile number. */
public final class GcPauses {
    /** Collectors name three dozen causes, and an application has one or two collectors. */
    private static final int MOST_CAUSES = 32;

    private static final String OTHER = "_other_";

    // Guarded by this.
    private final Map<String, Map<String, HistogramTotals>> nanosByCollector = new LinkedHashMap<>();
    private volatile int number;

    synchronized void add(String gc, String cause, long nanos) {
        Map<String, HistogramTotals> nanosByCause = nanosByCollector.get(gc);
        if (nanosByCause == null) {
            nanosByCause = new LinkedHashMap<>();
            nanosByCollector.put(gc, nanosByCause);
        }
        String label = nanosByCause.containsKey(cause) || nanosByCause.size() < MOST_CAUSES ? cause : OTHER;
        HistogramTotals pauses = nanosByCause.get(label);
        if (pauses == null) {
            pauses = new HistogramTotals(Layouts.GC);
            nanosByCause.put(label, pauses);
        }
        pauses.record(nanos);
        number = number + 1;
    }

    /** Another one after each pause. Any thread. */
    int number() {
        return number;
    }

    /** Nanoseconds of pauses, by the name of the collector and the cause. A copy. */
    public synchronized Map<String, Map<String, HistogramTotals>> read() {
        Map<String, Map<String, HistogramTotals>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, HistogramTotals>> collector : nanosByCollector.entrySet()) {
            Map<String, HistogramTotals> causes = new LinkedHashMap<>();
            for (Map.Entry<String, HistogramTotals> cause : collector.getValue().entrySet()) {
                HistogramTotals pauses = new HistogramTotals(Layouts.GC);
                pauses.add(cause.getValue());
                causes.put(cause.getKey(), pauses);
            }
            copy.put(collector.getKey(), causes);
        }
        return copy;
    }
}
