package io.sseagent.launcher;

import io.sseagent.core.health.AgentSwitch;
import io.sseagent.core.health.DisabledBy;
import java.io.File;

/** The signal file: the agent is disabled as long as it exists. For hosts where nobody can reach the endpoint. */
final class DisableFile {
    private final File file;
    private final AgentSwitch agentSwitch;

    /** Null names no file. */
    DisableFile(String name, AgentSwitch agentSwitch) {
        this.file = name == null ? null : new File(name);
        this.agentSwitch = agentSwitch;
    }

    /** Looks for it: at the start, then once a second on the agent's thread. */
    void check() {
        if (file == null) {
            return;
        }
        if (file.exists()) {
            agentSwitch.disable(DisabledBy.FILE, "the existence of " + file);
        } else {
            agentSwitch.enable(DisabledBy.FILE, "the removal of " + file);
        }
    }
}
