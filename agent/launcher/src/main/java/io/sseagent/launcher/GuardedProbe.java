package io.sseagent.launcher;

import io.sseagent.core.health.AgentHealth;
import io.sseagent.core.health.Probe;
import io.sseagent.core.log.AgentLog;

/** A probe that never throws: one that fails reads nothing, and the breaker goes on with the others. For one thread. */
final class GuardedProbe extends Duty implements Probe {
    private final Probe probe;
    private double latest;

    GuardedProbe(String cause, Probe probe, AgentHealth health, AgentLog log) {
        super("breaker_" + cause, health, log);
        this.probe = probe;
    }

    @Override
    void perform() {
        latest = probe.read();
    }

    @Override
    public double read() {
        latest = Double.NaN;
        attempt();
        return latest;
    }
}
