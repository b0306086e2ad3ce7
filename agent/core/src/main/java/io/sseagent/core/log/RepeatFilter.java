package io.sseagent.core.log;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets a line through once a minute and counts the repetitions in between. Remembers the 64 lines used last, so that its
 * size is bounded whatever is logged. Safe for use by many threads.
 */
final class RepeatFilter {
    static final long WINDOW_NANOS = 60_000_000_000L;
    static final int MAX_REMEMBERED_LINES = 64;

    private final Map<String, Seen> seenByLine = new LinkedHashMap<String, Seen>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MAX_REMEMBERED_LINES;
        }
    };

    /** The line to print, with the number of suppressed repetitions if there were any; null when it is to be dropped. */
    synchronized String pass(String line, long nowNanos) {
        Seen seen = seenByLine.get(line);
        if (seen == null) {
            seenByLine.put(line, new Seen(nowNanos));
            return line;
        }
        if (nowNanos - seen.printedAtNanos < WINDOW_NANOS) {
            seen.suppressed++;
            return null;
        }
        String passed = seen.suppressed == 0 ? line : line + " (repeated " + seen.suppressed + " times since)";
        seen.printedAtNanos = nowNanos;
        seen.suppressed = 0;
        return passed;
    }

    private static final class Seen {
        private long printedAtNanos;
        private long suppressed;

        private Seen(long printedAtNanos) {
            this.printedAtNanos = printedAtNanos;
        }
    }
}
