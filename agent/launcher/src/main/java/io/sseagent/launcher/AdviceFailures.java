package io.sseagent.launcher;

import io.sseagent.core.log.AgentLog;
import io.sseagent.core.stream.AdviceFailureListener;
import io.sseagent.tooling.InstalledTaps;
import java.util.LinkedHashMap;
import java.util.Map;
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
        waiting.add(new Failure(advice, failure, false));
    }

    @Override
    public void tooManyFailures(String advice) {
        waiting.add(new Failure(advice, null, true));
    }

    /** Called once a second on the agent's thread. What failed too often within that second is one line. */
    void settle() {
        Map<String, Failure> failed = new LinkedHashMap<>();
        for (Failure next = waiting.poll(); next != null; next = waiting.poll()) {
            Failure before = failed.get(next.advice);
            failed.put(next.advice, before == null ? next : new Failure(next.advice, before.cause, true));
        }
        for (Failure failure : failed.values()) {
            if (failure.tooOften) {
                log.error("a hook failed too often and is switched off: " + failure.advice, failure.cause);
                taps.disable(failure.advice);
            } else {
                log.warn("a hook failed, the application saw nothing of it: " + failure.advice, failure.cause);
            }
        }
    }

    private static final class Failure {
        private final String advice;
        private final Throwable cause;
        private final boolean tooOften;

        Failure(String advice, Throwable cause, boolean tooOften) {
            this.advice = advice;
            this.cause = cause;
            this.tooOften = tooOften;
        }
    }
}
