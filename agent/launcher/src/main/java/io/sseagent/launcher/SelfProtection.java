package io.sseagent.launcher;

import io.sseagent.core.config.ProtectionConfig;
import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.health.BreakerLimit;
import io.sseagent.core.health.CircuitBreaker;
import io.sseagent.core.health.CpuProbe;
import io.sseagent.core.health.HeapProbe;
import io.sseagent.core.health.JmxCpuClock;
import io.sseagent.core.health.Probe;
import io.sseagent.core.health.ScrapeProbe;
import io.sseagent.core.log.AgentLog;
import io.sseagent.core.stream.Clock;
import java.util.ArrayList;
import java.util.List;

/** What makes the agent step aside: the signal file and, from ten seconds on, the circuit breaker. Of the housekeeper. */
final class SelfProtection {
    /** The beans behind the breaker are 380 classes, which must not fall into the application's start. */
    private static final int TICKS_BEFORE_BREAKER = 10;

    private final ProtectionConfig config;
    private final AgentSwitch agentSwitch;
    private final AgentHealth health;
    private final AgentLog log;
    private final DisableFile file;
    private CircuitBreaker breaker;
    private int ticks;

    SelfProtection(ProtectionConfig config, AgentSwitch agentSwitch, AgentHealth health, AgentLog log) {
        this.config = config;
        this.agentSwitch = agentSwitch;
        this.health = health;
        this.log = log;
        this.file = new DisableFile(config.disableFile(), agentSwitch);
    }

    AgentSwitch agentSwitch() {
        return agentSwitch;
    }

    /** On the thread that starts the agent: an agent that is disabled from the start has not seen anything. */
    void start() {
        file.check();
    }

    /** Once a second, on the agent's own thread. */
    void checkFile() {
        file.check();
    }

    /** Once a second, on the agent's own thread. */
    void checkLimits() {
        ticks++;
        if (breaker == null && ticks > TICKS_BEFORE_BREAKER) {
            breaker = new CircuitBreaker(limits(), config.recoveryNanos(), agentSwitch, health);
        }
        if (breaker != null) {
            breaker.tick(System.nanoTime());
        }
    }

    private List<BreakerLimit> limits() {
        List<BreakerLimit> limits = new ArrayList<>();
        if (config.maxScrapeNanos() != Long.MAX_VALUE) {
            limits.add(limit("scrape", new ScrapeProbe(health), config.maxScrapeNanos() / 1e9));
        }
        try {
            if (config.maxHeapShare() != Double.POSITIVE_INFINITY) {
                limits.add(limit("heap", new HeapProbe(), config.maxHeapShare()));
            }
            if (config.maxCpuShare() != Double.POSITIVE_INFINITY) {
                health.threads().add(Thread.currentThread());
                health.threads().measureWith(new JmxCpuClock());
                limits.add(limit("cpu", cpuProbe(), config.maxCpuShare()));
            }
        } catch (RuntimeException | LinkageError withoutManagement) {
            log.info("the circuit breaker sees neither heap nor processor here: " + withoutManagement);
        }
        return limits;
    }

    private BreakerLimit limit(String cause, Probe probe, double most) {
        return new BreakerLimit(cause, new GuardedProbe(cause, probe, health, log), most);
    }

    private CpuProbe cpuProbe() {
        return new CpuProbe(health.threads(), new CpuProbe.NanoClock() {
            @Override
            public long nanos() {
                return Clock.SYSTEM.nanos();
            }
        });
    }
}
