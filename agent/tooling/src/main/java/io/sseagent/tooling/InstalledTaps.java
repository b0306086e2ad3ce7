package io.sseagent.tooling;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The taps of a running JVM: what became of them, and the ways to take them out again. Thread-safe. */
public final class InstalledTaps {
    private final Instrumentation instrumentation;
    private final Map<String, List<Tap>> tapsByTypeName;
    private final TapTransformer transformer;
    private final TapReports reports;
    private final List<InstrumentationModule> fallbacks;
    private final List<Tap> awaiting;
    private ServletFallback fallback;

    InstalledTaps(
            Instrumentation instrumentation,
            Map<String, List<Tap>> tapsByTypeName,
            TapTransformer transformer,
            TapReports reports,
            List<InstrumentationModule> fallbacks,
            List<Tap> awaiting) {
        this.instrumentation = instrumentation;
        this.tapsByTypeName = new ConcurrentHashMap<String, List<Tap>>(tapsByTypeName);
        this.transformer = transformer;
        this.reports = reports;
        this.fallbacks = fallbacks;
        this.awaiting = awaiting;
    }

    /** What taps servlet containers that no module knows. */
    public synchronized ServletFallback fallback() {
        if (fallback == null) {
            // not at the start, which it costs nothing
            fallback = new ServletFallback(fallbacks, this);
        }
        return fallback;
    }

    boolean hasMetFallback() {
        return transformer.hasMetFallback();
    }

    /** Weaves what fallbacks begin with, where it is loaded and where it will be. */
    void armFallback() {
        transformer.armFallback();
        Set<String> names = new HashSet<String>();
        for (Map.Entry<String, List<Tap>> entry : tapsByTypeName.entrySet()) {
            if (entry.getValue().get(0).isFallback()) {
                names.add(entry.getKey());
            }
        }
        retransformLoaded(names);
    }

    /**
     * Weaves classes of the JDK that were left alone until now; whatever their advice calls has to be loaded and initialised. For
     * the agent's own thread. Repeating it does nothing.
     */
    public void armAwaiting() {
        Set<String> names = new HashSet<String>();
        synchronized (transformer) {
            for (Tap tap : awaiting) {
                names.add(tap.typeName());
                tapsByTypeName.put(tap.typeName(), Collections.singletonList(tap));
            }
            awaiting.clear();
            transformer.know(tapsByTypeName);
        }
        retransformLoaded(names);
    }

    /** Adds a tap for a class that is loaded, and weaves it there. For any thread that is not inside this class. */
    void weave(Class<?> loaded, Tap tap) throws UnmodifiableClassException {
        synchronized (transformer) {
            List<Tap> known = tapsByTypeName.get(tap.typeName());
            if (known == null || !names(known).contains(tap.instrumentationName())) {
                List<Tap> all = known == null ? new ArrayList<Tap>() : new ArrayList<Tap>(known);
                all.add(tap);
                tapsByTypeName.put(tap.typeName(), all);
                transformer.know(tapsByTypeName);
            }
        }
        instrumentation.retransformClasses(loaded);
    }

    private static Set<String> names(List<Tap> taps) {
        Set<String> names = new HashSet<String>();
        for (Tap tap : taps) {
            names.add(tap.instrumentationName());
        }
        return names;
    }

    /** The latest state of every class seen so far and of every disabled one; one report per class loader. A copy. */
    public List<TapReport> reports() {
        return reports.snapshot();
    }

    /**
     * Takes one advice out of all classes, those to come included; the others stay. Pauses the JVM shortly: for the agent's
     * own thread, never for one that is inside an advice. Repeating it does nothing.
     */
    public void disable(String adviceClassName) {
        if (!transformer.disableAdvice(adviceClassName)) {
            return;
        }
        Set<String> affected = new HashSet<String>();
        for (Map.Entry<String, List<Tap>> entry : tapsByTypeName.entrySet()) {
            for (Tap tap : entry.getValue()) {
                if (tap.uses(adviceClassName)) {
                    affected.add(entry.getKey());
                }
            }
        }
        retransformLoaded(affected);
    }

    /**
     * Gives every class its own code back, as other agents left it. The reports are gone with the taps; a new
     * {@link AgentInstaller} may install again.
     */
    public void uninstall() {
        instrumentation.removeTransformer(transformer);
        reports.clear();
        retransformLoaded(tapsByTypeName.keySet());
    }

    /**
     * One at a time, so that one class which the JVM refuses does not keep the others. The scan is not optional: with an AOT
     * cache no transformer is asked about archived classes.
     */
    void retransformLoaded(Set<String> typeNames) {
        if (typeNames.isEmpty()) {
            return;
        }
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (typeNames.contains(loaded.getName())) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (Throwable refused) {
                    reportRefused(loaded, refused);
                }
            }
        }
    }

    private void reportRefused(Class<?> type, Throwable refused) {
        for (Tap tap : tapsByTypeName.get(type.getName())) {
            reports.put(new TapReport(
                    tap, new TappedClass(type), TapStatus.UNMATCHED, Collections.<String>emptyList(), refused));
        }
    }
}
