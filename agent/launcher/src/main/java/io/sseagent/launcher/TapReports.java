package io.sseagent.launcher;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.TapSource;
import io.sseagent.core.health.TapStatus;
import io.sseagent.tooling.InstalledTaps;
import io.sseagent.tooling.TapReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One line per library and version out of the reports per class: the worst status of its classes counts, except that one class
 * without hooks among others that have theirs makes a degraded library and no failed one.
 */
final class TapReports implements TapSource {
    private final InstalledTaps taps;

    TapReports(InstalledTaps taps) {
        this.taps = taps;
    }

    @Override
    public List<TapStatus> taps() {
        Map<String, List<TapReport>> byLibrary = new LinkedHashMap<>();
        for (TapReport report : taps.reports()) {
            String library = report.tapName() + ' ' + report.libraryVersion();
            List<TapReport> ofLibrary = byLibrary.get(library);
            if (ofLibrary == null) {
                ofLibrary = new ArrayList<>();
                byLibrary.put(library, ofLibrary);
            }
            ofLibrary.add(report);
        }
        List<TapStatus> result = new ArrayList<>();
        for (List<TapReport> ofLibrary : byLibrary.values()) {
            TapReport any = ofLibrary.get(0);
            String status = status(ofLibrary).name().toLowerCase(Locale.ROOT);
            result.add(new TapStatus(any.tapName(), any.libraryVersion(), status, components(ofLibrary)));
        }
        return result;
    }

    private static io.sseagent.tooling.TapStatus status(List<TapReport> ofLibrary) {
        io.sseagent.tooling.TapStatus worst = ofLibrary.get(0).status();
        boolean anyInPlace = false;
        for (TapReport report : ofLibrary) {
            anyInPlace |= !report.advice().isEmpty();
            worst = report.status().compareTo(worst) > 0 ? report.status() : worst;
        }
        boolean inPart = anyInPlace && worst == io.sseagent.tooling.TapStatus.FAILED;
        return inPart ? io.sseagent.tooling.TapStatus.DEGRADED : worst;
    }

    private static Set<String> components(List<TapReport> ofLibrary) {
        Set<String> components = new TreeSet<>();
        for (TapReport report : ofLibrary) {
            for (String advice : report.advice()) {
                components.add(AgentHealth.componentOf(advice));
            }
        }
        return components;
    }
}
