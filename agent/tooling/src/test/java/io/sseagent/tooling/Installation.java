package io.sseagent.tooling;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Set;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Taps installed into this very JVM, taken out at the end of the test. */
final class Installation implements AutoCloseable {
    static final Instrumentation INSTRUMENTATION = ByteBuddyAgent.install();

    final InstalledTaps taps;

    private Installation(InstalledTaps taps) {
        this.taps = taps;
    }

    static Installation of(InstrumentationModule... modules) {
        return without(Set.of(), modules);
    }

    static Installation without(Set<String> disabled, InstrumentationModule... modules) {
        return new Installation(new AgentInstaller(INSTRUMENTATION, List.of(modules), disabled).install());
    }

    /** The reports about classes of one loader: those of earlier tests may not be collected yet. */
    List<TapReport> reports(ClassLoader loader) {
        return taps.reports().stream().filter(report -> report.isOf(loader)).toList();
    }

    TapReport report(ClassLoader loader) {
        List<TapReport> reports = reports(loader);
        if (reports.size() != 1) {
            throw new AssertionError("not one report: " + reports);
        }
        return reports.get(0);
    }

    TapStatus status(LibraryResponse response) {
        return report(response.type().getClassLoader()).status();
    }

    @Override
    public void close() {
        taps.uninstall();
    }
}
