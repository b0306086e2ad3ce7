package io.sseagent.tooling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides which taps of a class fit it, weaves them together and reports. Thread-safe and without a lock: classes load in
 * parallel. Its first use is the first that the JVM sees of Byte Buddy.
 */
final class Weaver {
    private static final List<String> NOTHING = Collections.emptyList();

    private final ClassLoader agentLoader;
    private final TapReports reports;
    private final Set<String> disabledAdvice;
    private final Map<String, AdviceClass> adviceClasses = new ConcurrentHashMap<String, AdviceClass>();

    Weaver(ClassLoader agentLoader, TapReports reports, Set<String> disabledAdvice) {
        this.agentLoader = agentLoader;
        this.reports = reports;
        this.disabledAdvice = disabledAdvice;
    }

    /** The woven class file, or null to leave the class as it is. Throws nothing that is not a report. */
    byte[] weave(List<Tap> taps, TappedClass tapped) {
        if (!BridgeVisibility.of(tapped.loader())) {
            report(taps, tapped, TapStatus.UNSUPPORTED_LOADER, null);
            return null;
        }
        List<MethodBinder> fitting = new ArrayList<MethodBinder>(taps.size());
        try {
            ClassFiles classFiles = new ClassFiles(tapped, agentLoader);
            List<BoundAdvice> advice = bind(taps, tapped, classFiles, fitting);
            byte[] woven = advice.isEmpty() ? null : inline(tapped, advice, classFiles);
            for (MethodBinder fits : fitting) {
                reports.put(TapReport.woven(fits, tapped));
            }
            return woven;
        } catch (Throwable failure) {
            report(fitting.isEmpty() ? taps : tapsOf(fitting), tapped, TapStatus.UNMATCHED, failure);
            return null;
        }
    }

    private static List<Tap> tapsOf(List<MethodBinder> binders) {
        List<Tap> taps = new ArrayList<Tap>(binders.size());
        for (MethodBinder binder : binders) {
            taps.add(binder.tap());
        }
        return taps;
    }

    private List<BoundAdvice> bind(
            List<Tap> taps, TappedClass tapped, ClassFiles classFiles, List<MethodBinder> fitting) {
        LibraryType type = classFiles.type(tapped.internalName());
        ReferenceCheck library = new ReferenceCheck(classFiles, tapped);
        List<BoundAdvice> advice = new ArrayList<BoundAdvice>();
        for (Tap tap : taps) {
            if (!tap.isOfUse(classFiles)) {
                continue;
            }
            MethodBinder binder = new MethodBinder(tap, type.methods(), disabledAdvice);
            tap.bind(binder);
            if (binder.hasNothing()) {
                continue;
            }
            List<String> missing = missing(binder, library);
            if (missing.isEmpty()) {
                fitting.add(binder);
                advice.addAll(binder.bound());
            } else {
                reports.put(new TapReport(tap, tapped, TapStatus.UNMATCHED, missing, null));
            }
        }
        return advice;
    }

    private byte[] inline(TappedClass tapped, List<BoundAdvice> advice, ClassFiles classFiles) {
        try {
            return MethodInliner.inline(tapped, advice, adviceClasses, classFiles);
        } catch (NotInlinable rare) {
            return AdviceInliner.inline(tapped, advice, classFiles);
        }
    }

    private List<String> missing(MethodBinder binder, ReferenceCheck library) {
        List<String> missing = binder.missing();
        if (!missing.isEmpty()) {
            return missing;
        }
        for (BoundAdvice bound : binder.bound()) {
            for (LibraryReference reference : advice(bound.adviceClassName()).references()) {
                if (!library.resolves(reference) && !missing.contains(reference.toString())) {
                    missing.add(reference.toString());
                }
            }
        }
        return missing;
    }

    private AdviceClass advice(String className) {
        AdviceClass advice = adviceClasses.get(className);
        if (advice == null) {
            advice = AdviceClass.read(className, agentLoader);
            adviceClasses.put(className, advice);
        }
        return advice;
    }

    private void report(List<Tap> taps, TappedClass tapped, TapStatus status, Throwable failure) {
        for (Tap tap : taps) {
            reports.put(new TapReport(tap, tapped, status, NOTHING, failure));
        }
    }
}
