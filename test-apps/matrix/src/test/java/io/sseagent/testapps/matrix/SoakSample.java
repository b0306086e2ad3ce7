package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Scrape;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The server at one moment of the soak, after a full collection. */
record SoakSample(
        long seconds, long active, long opened, long events, long heapBytes, long otherBytes, int threads, long files) {
    private static final double MEBI = 1 << 20;

    static SoakSample of(long seconds, ManagedJvm jvm, Scrape page) {
        return new SoakSample(
                seconds,
                (long) page.sum("sse_streams_active"),
                (long) page.sum("sse_streams_opened_total"),
                (long) page.sum("sse_events_total"),
                jvm.heapBytes(),
                jvm.otherBytes(),
                jvm.threads(),
                jvm.openFiles());
    }

    /** From the median of the middle third of the samples to that of the last: a redeployment makes a single one low. */
    static double growth(List<SoakSample> samples, ToDoubleFunction<SoakSample> figure) {
        int third = samples.size() / 3;
        return median(samples.subList(2 * third, samples.size()), figure)
                - median(samples.subList(third, 2 * third), figure);
    }

    private static double median(List<SoakSample> samples, ToDoubleFunction<SoakSample> figure) {
        return samples.stream().mapToDouble(figure).sorted().toArray()[samples.size() / 2];
    }

    double heapMebibytes() {
        return heapBytes / MEBI;
    }

    double otherMebibytes() {
        return otherBytes / MEBI;
    }

    static String heading() {
        return "  time s   active    opened     events   heap MB  other MB  threads    files";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%8d %8d %9d %10d %9.1f %9.1f %8d %8d",
                seconds,
                active,
                opened,
                events,
                heapMebibytes(),
                otherMebibytes(),
                threads,
                files);
    }
}
