package io.sseagent.launcher;

import io.sseagent.core.log.AgentLog;
import io.sseagent.core.stream.DrainListener;
import java.util.Locale;

/** One line for a server that stopped under open streams: what a team asks after each rollout that took too long. */
final class DrainLine implements DrainListener {
    private final AgentLog log;

    DrainLine(AgentLog log) {
        this.log = log;
    }

    /** At once: a second later the JVM may be gone. */
    @Override
    public void drained(String server, int streams, long nanos) {
        log.info(String.format(
                Locale.ROOT,
                "%s stopped under %d open event stream%s, the last of which ended after %.1f s",
                server,
                streams,
                streams == 1 ? "" : "s",
                nanos / 1e9));
    }
}
