package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The latest report per class and loader. Bounded by the classes that live: an undeployed application takes its own along. */
final class TapReports {
    private final List<TapReport> latest = new ArrayList<TapReport>();

    synchronized void put(TapReport report) {
        for (Iterator<TapReport> each = latest.iterator(); each.hasNext(); ) {
            TapReport earlier = each.next();
            if (earlier.isOutdated() || report.replaces(earlier)) {
                each.remove();
            }
        }
        latest.add(report);
    }

    synchronized List<TapReport> snapshot() {
        List<TapReport> living = new ArrayList<TapReport>(latest.size());
        for (TapReport report : latest) {
            if (!report.isOutdated()) {
                living.add(report);
            }
        }
        return living;
    }

    synchronized void clear() {
        latest.clear();
    }
}
