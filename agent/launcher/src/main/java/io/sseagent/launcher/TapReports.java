package io.sseagent.launcher;

import io.sseagent.core.health.TapSource;
import io.sseagent.core.health.TapStatus;
import io.sseagent.tooling.InstalledTaps;
import io.sseagent.tooling.TapReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line per library and version out of the reports per class: the worst status of its classes counts. */
final class TapReports implements TapSource {
    private final InstalledTaps taps;

    TapReports(InstalledTaps taps) {
        this.taps = taps;
    }

    @Override
    public List<TapStatus> taps() {
        Map<String, TapReport> worst = new LinkedHashMap<>();
        for (TapReport report : taps.reports()) {
            String library = report.tapName() + ' ' + report.libraryVersion();
            TapReport known = worst.get(library);
            if (known == null || report.status().compareTo(known.status()) > 0) {
                worst.put(library, report);
            }
        }
        List<TapStatus> result = new ArrayList<>();
        for (TapReport report : worst.values()) {
            String status = report.status().name().toLowerCase(Locale.ROOT);
            result.add(new TapStatus(report.tapName(), report.libraryVersion(), status));
        }
        return result;
    }
}
