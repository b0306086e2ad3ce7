package io.sseagent.launcher;

import io.sseagent.core.log.AgentLog;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.tooling.InstalledTaps;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Takes failures of advice from the application's threads and deals with them on the agent's own: logs the first one of each
 * advice and switches off what keeps failing. Bounded, because each advice is told twice at most.
 */
final class AdviceFailures implements AdviceFailureListener {
    private final AgentLog log;
    private final ConcurrentLinkedQueue<Failure> waiting = new ConcurrentLinkedQueue<>();
    private volatile InstalledTaps taps;

    AdviceFailures(AgentLog log) {
        this.log = log;
    }

    void taps(InstalledTaps installed) {
        taps = installed;
    }

    @Override
    public void firstFailure(String advice, Throwable failure) {
        waiting.add(new Failure(advice, failure));
    }

    @Override
    public void tooManyFailures(String advice) {
        waiting.add(new Failure(advice, null));
    }

    /** Called once a second on the agent's thread. */
    void settle() {
        Failure next = waiting.poll();
        while (next != null) {
            if (next.cause != null) {
                log.warn("a hook failed, the application saw nothing of it: " + next.advice, next.cause);
            } else if (taps != null) {
                log.error("a hook failed too often and is switched off: " + next.advice);
                taps.disable(next.advice);
            }
            next = waiting.poll();
        }
    }

    private static final class Failure {
        private final String advice;
        private final Throwable cause;

        Failure(String advice, Throwable cause) {
            this.advice = advice;
            this.cause = cause;
        }
    }
}
