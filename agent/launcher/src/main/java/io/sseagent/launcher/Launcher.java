package io.sseagent.launcher;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.core.audience.AudienceWatch;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.config.Arming;
import io.sseagent.core.config.ProcessId;
import io.sseagent.core.config.StartupLine;
import io.sseagent.core.delivery.DeliveryWatch;
import io.sseagent.core.gc.GcWatch;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.AgentState;
import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.jfr.JfrWatch;
import io.sseagent.core.jvm.JvmWatch;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.resources.ResourceAlerts;
import io.sseagent.core.resources.WorkArming;
import io.sseagent.core.resources.WorkWatch;
import io.sseagent.core.stream.Clock;
import io.sseagent.core.stream.StreamModel;
import io.sseagent.core.wire.WireWatch;
import io.sseagent.tooling.AgentInstaller;
import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TapList;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Starts the agent inside a JVM. Reached by reflection from premain, on the JVM's main or attach thread. */
public final class Launcher {
    private static final String STATUS = "io.sseagent.status";

    private Launcher() {}

    /**
     * Reads the configuration, arms the taps unless that is deferred, and leaves the rest to a daemon thread. What it throws,
     * premain reports.
     *
     * @param arguments as given to {@code -javaagent}, may be null
     * @param attached whether the JVM was running already, so that streams may be open
     */
    public static void start(String arguments, Instrumentation instrumentation, boolean attached) {
        long begin = System.nanoTime();
        AgentConfig config = AgentConfig.load(arguments, System.getProperties(), System.getenv());
        AgentLog log = AgentLog.toStandardError(config.logLevel());
        for (String problem : config.problems()) {
            log.warn(problem);
        }
        if (!config.enabled()) {
            System.setProperty(STATUS, "refused: switched off by its configuration");
            log.info("not started: switched off by its configuration");
            return;
        }
        List<InstrumentationModule> modules = TapList.read(Launcher.class.getClassLoader());
        List<String> names = new ArrayList<>();
        for (InstrumentationModule module : modules) {
            // versions of a library that need folders of their own are one tap
            if (!names.contains(module.name())) {
                names.add(module.name());
            }
        }
        for (String problem : config.instrumentation().unknownTapProblems(names)) {
            log.warn(problem);
        }
        AgentHealth health = new AgentHealth();
        AdviceFailures failures = new AdviceFailures(log);
        StreamModel model = new StreamModel(config.model(), health, Clock.SYSTEM, failures);
        model.onDrained(new DrainLine(log));
        AgentInstaller installer = new AgentInstaller(
                instrumentation, modules, config.instrumentation().disabledTaps());
        TapArming arming = new TapArming(instrumentation, installer, health, failures, log);
        watch(model, config, health, log, arming);
        if (attached) {
            SseStreams.attachedLate();
        }
        SseStreams.install(model);
        SelfProtection protection =
                new SelfProtection(config.protection(), new AgentSwitch(model, health, log), health, log);
        protection.start();
        if (attached || config.arming() == Arming.START) {
            arming.now();
        } else {
            arming.later();
        }
        health.started(System.nanoTime() - begin);
        health.state(AgentState.RUNNING);
        announce(config, names, log);
        Housekeeper.start(
                new Housekeeper(model, config.exporter(), arming, failures, protection, log, version(), attached));
    }

    /** What follows streams beside the model, before the first one opens. */
    private static void watch(
            StreamModel model, AgentConfig config, AgentHealth health, AgentLog log, TapArming arming) {
        ResourceAlerts alerts = new ResourceAlerts(config.resources(), log, Clock.SYSTEM);
        if (config.model().gcPauses()) {
            model.watches().add(new GcWatch(model, health, alerts));
        }
        if (config.jvmEnabled()) {
            model.watches().add(new JvmWatch());
        }
        if (config.jfr().enabled()) {
            model.watches().add(new JfrWatch(model, config.jfr(), Clock.SYSTEM));
        }
        if (config.audience().enabled()) {
            model.watches().add(new AudienceWatch(config.audience(), Clock.SYSTEM));
        }
        if (config.wire().enabled()) {
            model.watches().add(new WireWatch(model, config.wire(), log));
        }
        WorkArming jdk = config.resources().orphans() ? arming : null;
        model.watches().add(new WorkWatch(model, config.resources(), health, Clock.SYSTEM, alerts, jdk));
        // asked first, so that nothing of it is loaded for nothing
        if (config.delivery().enabled() || config.delivery().eventBacklog()) {
            model.watches().add(new DeliveryWatch(config.delivery(), health, Clock.SYSTEM));
        }
    }

    private static void announce(AgentConfig config, List<String> taps, AgentLog log) {
        String java = StartupLine.describeJava(System.getProperties());
        log.record(StartupLine.render(version(), java, ProcessId.current(), taps, config));
    }

    /** As premain read it from the jar's manifest. */
    private static String version() {
        return System.getProperty("io.sseagent.version", "unknown");
    }
}
