package io.sseagent.tooling;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the taps into a JVM, whether its classes are loaded already or not. Used once, by the thread that starts the agent. */
public final class AgentInstaller {
    /**
     * Classes that the JVM must not first load while it transforms one: the transformer would be asked about the very class
     * that it is waiting for ({@link ClassCircularityError}).
     */
    private static final String[] LOADED_BEFOREHAND = {
        "java.util.concurrent.ThreadLocalRandom", "java.lang.invoke.MethodHandle$1", "java.lang.ref.WeakReference"
    };

    private final Instrumentation instrumentation;
    private final Iterable<InstrumentationModule> modules;
    private final Set<String> disabledModules;

    /**
     * @param instrumentation of an agent that can retransform
     * @param disabledModules names of modules to leave out; unknown ones are ignored
     */
    public AgentInstaller(
            Instrumentation instrumentation, Iterable<InstrumentationModule> modules, Set<String> disabledModules) {
        this.instrumentation = instrumentation;
        this.modules = modules;
        this.disabledModules = disabledModules;
    }

    /** Installs, and weaves what is loaded already. What fails for a class is in its report, never thrown. */
    public InstalledTaps install() {
        for (String name : LOADED_BEFOREHAND) {
            loadIfThere(name);
        }
        TapReports reports = new TapReports();
        Map<String, List<Tap>> taps = collect(reports);
        TapTransformer transformer = new TapTransformer(taps, AgentInstaller.class.getClassLoader(), reports);
        InstalledTaps installed =
                new InstalledTaps(instrumentation, taps, transformer, reports, fallbacks(), awaiting());
        instrumentation.addTransformer(transformer, true);
        installed.retransformLoaded(taps.keySet());
        return installed;
    }

    private List<InstrumentationModule> fallbacks() {
        List<InstrumentationModule> fallbacks = new ArrayList<InstrumentationModule>();
        for (InstrumentationModule module : modules) {
            if (module.isFallback() && !disabledModules.contains(module.name())) {
                fallbacks.add(module);
            }
        }
        return fallbacks;
    }

    private List<Tap> awaiting() {
        List<Tap> awaiting = new ArrayList<Tap>();
        for (InstrumentationModule module : modules) {
            if (module.awaitsFirstStream() && !disabledModules.contains(module.name())) {
                for (TypeInstrumentation type : module.types()) {
                    awaiting.add(new Tap(module, type));
                }
            }
        }
        return awaiting;
    }

    private static void loadIfThere(String name) {
        try {
            Class.forName(name, false, null);
        } catch (ClassNotFoundException absent) {
            // not on this Java version, and so no trap on it
        }
    }

    private Map<String, List<Tap>> collect(TapReports reports) {
        Map<String, List<Tap>> taps = new LinkedHashMap<String, List<Tap>>();
        for (InstrumentationModule module : modules) {
            boolean disabled = disabledModules.contains(module.name());
            for (TypeInstrumentation type : module.types()) {
                Tap tap = new Tap(module, type);
                if (disabled) {
                    reports.put(TapReport.disabled(tap));
                } else if (!module.awaitsFirstStream()) {
                    add(taps, tap);
                }
            }
        }
        return taps;
    }

    private static void add(Map<String, List<Tap>> taps, Tap tap) {
        List<Tap> ofType = taps.get(tap.typeName());
        if (ofType == null) {
            ofType = new ArrayList<Tap>(1);
            taps.put(tap.typeName(), ofType);
        }
        ofType.add(tap);
    }
}
