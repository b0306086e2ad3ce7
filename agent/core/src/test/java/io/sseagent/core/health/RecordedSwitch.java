package io.sseagent.core.health;

import io.sseagent.core.log.AgentLog;
import io.sseagent.core.log.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A kill switch, what it did and what it said. */
final class RecordedSwitch {
    final List<Boolean> switched = new ArrayList<>();
    final AgentHealth health = new AgentHealth();
    final AgentSwitch agentSwitch;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    RecordedSwitch() {
        health.state(AgentState.RUNNING);
        PrintStream real = System.err;
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            agentSwitch = new AgentSwitch(switched::add, health, AgentLog.toStandardError(LogLevel.INFO));
        } finally {
            System.setErr(real);
        }
    }

    List<String> logged() {
        return logged.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
