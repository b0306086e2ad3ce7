package io.sseagent.launcher;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.resources.WorkArming;
import io.sseagent.tooling.AgentInstaller;
import io.sseagent.tooling.InstalledTaps;
import java.lang.instrument.Instrumentation;

/** Puts the taps into the JVM, at once or on the agent's own thread when the application has booted. */
final class TapArming implements WorkArming {
    private final Instrumentation instrumentation;
    private final AgentInstaller installer;
    private final AgentHealth health;
    private final AdviceFailures failures;
    private final AgentLog log;
    private final TapNotices notices;
    private BootWatch boot;
    private InstalledTaps taps;

    TapArming(
            Instrumentation instrumentation,
            AgentInstaller installer,
            AgentHealth health,
            AdviceFailures failures,
            AgentLog log) {
        this.instrumentation = instrumentation;
        this.installer = installer;
        this.health = health;
        this.failures = failures;
        this.log = log;
        this.notices = new TapNotices(log);
    }

    /** Arms them now, on the thread of the start. */
    void now() {
        taps = installer.install();
        health.taps(new TapReports(taps));
        failures.taps(taps);
    }

    /** Leaves it to {@link #tick}. Streams that open until then are picked up, as after an attachment. */
    void later() {
        SseStreams.attachedLate();
        boot = new BootWatch();
    }

    /** Weaves what has waited for a stream to open. On the agent's own thread. */
    @Override
    public void arm() {
        if (taps != null) {
            taps.armAwaiting();
        }
    }

    /** Once a second, on the agent's own thread, from main's beginning on. */
    void tick() {
        if (taps != null) {
            taps.fallback().tick();
            notices.tell(taps.reports());
        }
        if (boot != null && boot.isOver(instrumentation.getAllLoadedClasses().length)) {
            boot = null;
            long begin = System.nanoTime();
            now();
            log.info("armed after the boot, in " + (System.nanoTime() - begin) / 1_000_000
                    + " ms; streams that are open already are counted from their next write");
        }
    }
}
