package io.sseagent.tooling;

import io.sseagent.bootstrap.ServletClassListener;
import io.sseagent.bootstrap.ServletResponses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Taps servlet containers that no module knows by name. It wakes when a servlet API was loaded and no servlet container that is
 * known shows up for a few seconds; then the classes of the container are woven as its objects are met, by the thread that meets
 * them, as if they were just being loaded. No hierarchy of a class that nobody met is looked at.
 */
public final class ServletFallback implements ServletClassListener {
    private static final int PATIENCE_SECONDS = 3;
    private static final String PRINT_WRITER = "java.io.PrintWriter";

    private final List<InstrumentationModule> modules;
    private final InstalledTaps taps;
    private int secondsAlone;
    private boolean armed;

    ServletFallback(List<InstrumentationModule> modules, InstalledTaps taps) {
        this.modules = modules;
        this.taps = taps;
    }

    /** Once a second on the agent's own thread. */
    public void tick() {
        if (armed || !taps.hasMetFallback()) {
            return;
        }
        for (TapReport report : taps.reports()) {
            if (report.isServletContainer() && !report.advice().isEmpty()) {
                return;
            }
        }
        secondsAlone++;
        if (secondsAlone > PATIENCE_SECONDS) {
            armed = true;
            ServletResponses.listener(this);
            taps.armFallback();
        }
    }

    /** Never throws: what cannot be woven is not followed. */
    @Override
    public boolean met(Class<?> type, int role, String api) {
        try {
            if (role == RESPONSE && isServedByAnother()) {
                return false;
            }
            InstrumentationModule module = moduleOf(api);
            LibraryVersion version = versionOf(module);
            for (Class<?> each = type;
                    each != null && isOfContainer(each.getName(), role);
                    each = each.getSuperclass()) {
                taps.weave(each, new Tap(module, module.metType(each.getName(), role), version));
            }
            return true;
        } catch (Throwable failure) {
            return false;
        }
    }

    private InstrumentationModule moduleOf(String api) {
        for (InstrumentationModule module : modules) {
            if (module.types().get(0).typeName().startsWith(api)) {
                return module;
            }
        }
        throw new IllegalArgumentException("no module for " + api);
    }

    /** Of the servlet API: containers are what is not known. */
    private LibraryVersion versionOf(InstrumentationModule module) {
        for (TapReport report : taps.reports()) {
            if (report.tapName().equals(module.name())) {
                return report.version();
            }
        }
        return LibraryVersion.UNKNOWN;
    }

    private static boolean isOfContainer(String className, int role) {
        if (className.startsWith("java.")) {
            return role == WRITER && className.equals(PRINT_WRITER);
        }
        return !className.startsWith("javax.servlet.") && !className.startsWith("jakarta.servlet.");
    }

    /** Whether a server that has a tap has called the servlet: its packages are on the stack. Once per class of responses. */
    private boolean isServedByAnother() {
        Set<String> packages = new HashSet<String>();
        for (TapReport report : taps.reports()) {
            if (!report.isFallback() && !report.advice().isEmpty()) {
                String name = report.typeName();
                packages.add(name.substring(0, name.lastIndexOf('.') + 1));
            }
        }
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            String name = frame.getClassName();
            if (packages.contains(name.substring(0, name.lastIndexOf('.') + 1))) {
                return true;
            }
        }
        return false;
    }
}
