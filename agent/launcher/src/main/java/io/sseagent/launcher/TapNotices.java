package io.sseagent.launcher;

import io.sseagent.core.config.StartupLine;
import io.sseagent.core.log.AgentLog;
import io.sseagent.tooling.TapReport;
import io.sseagent.tooling.TapStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the line at the start cannot say yet, because libraries are loaded after it: one more line for each that a tap does not fit, or
 * whose loader hides the bridge. For one thread.
 */
final class TapNotices {
    private static final int MOST = 64;

    private final AgentLog log;
    private final Set<String> told = new HashSet<>();

    TapNotices(AgentLog log) {
        this.log = log;
    }

    /** Says what is new. */
    void tell(List<TapReport> reports) {
        for (TapReport report : reports) {
            boolean refused = report.status() == TapStatus.UNMATCHED || report.status() == TapStatus.UNSUPPORTED_LOADER;
            if (refused && told.size() < MOST) {
                tell(report);
            }
        }
    }

    private void tell(TapReport report) {
        String status = report.status().name().toLowerCase(Locale.ROOT);
        String version = report.libraryVersion();
        if (told.add(report.tapName() + ' ' + version + ' ' + status)) {
            // advice may share a method
            List<String> missing = new ArrayList<>(new LinkedHashSet<>(report.missing()));
            log.record(StartupLine.renderTap(report.tapName(), version, status, report.typeName(), missing));
        }
    }
}
