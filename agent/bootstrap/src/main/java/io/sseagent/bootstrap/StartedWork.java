package io.sseagent.bootstrap;

import java.lang.ref.WeakReference;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * One thing that was started for a request; held weakly, so that what nobody else needs goes away. Filled by the thread that
 * started it, then for the agent's own.
 */
public final class StartedWork extends WeakReference<Object> {
    private static final long LATE_MILLIS = 10_000;
    private static final long NO_END = Long.MAX_VALUE;

    private final WorkKind kind;
    private final WorkOrigin origin;
    /** Of a task, what would run it: an executor or a timer's thread. */
    private final WeakReference<Object> runner;

    private final long endMillis;
    private volatile boolean cancelled;
    /** Names classes, so it is not kept for longer than until somebody has read it. */
    private Throwable where;

    StartedWork next;

    private StartedWork(Object work, WorkKind kind, WorkOrigin origin, Object runner, long endMillis) {
        super(work);
        this.kind = kind;
        this.origin = origin;
        this.runner = runner == null ? null : new WeakReference<Object>(runner);
        this.endMillis = endMillis;
        this.where = new Throwable();
    }

    static StartedWork of(Object work, WorkKind kind, WorkOrigin origin) {
        return new StartedWork(work, kind, origin, null, NO_END);
    }

    static StartedWork scheduled(Object task, WorkOrigin origin, Object executor) {
        return new StartedWork(task, WorkKind.SCHEDULED_TASK, origin, executor, NO_END);
    }

    /** A timer's task tells nobody that it has run, so one that runs once is taken for done when its time has come. */
    static StartedWork timed(Object task, WorkOrigin origin, Object timerThread, long atMillis, boolean periodic) {
        long end = periodic ? NO_END : atMillis + LATE_MILLIS;
        return new StartedWork(task, WorkKind.SCHEDULED_TASK, origin, timerThread, end);
    }

    void cancelled() {
        cancelled = true;
    }

    public WorkKind kind() {
        return kind;
    }

    public WorkOrigin origin() {
        return origin;
    }

    /** Where it was started; null the second time. */
    public Throwable takeWhere() {
        Throwable taken = where;
        where = null;
        return taken;
    }

    /** Whether it has ended or nobody holds it any more. May call methods that an application has overridden, and throw what they throw. */
    public boolean isOver(long nowMillis) {
        Object work = get();
        if (work == null || cancelled || nowMillis > endMillis) {
            return true;
        }
        if (work instanceof Thread) {
            return hasEnded((Thread) work);
        }
        if (kind == WorkKind.EXECUTOR) {
            return ((ExecutorService) work).isShutdown();
        }
        return work instanceof Future && ((Future<?>) work).isDone() || hasNoRunner();
    }

    /** One that is about to start is not alive yet. */
    private static boolean hasEnded(Thread thread) {
        return thread.getState() == Thread.State.TERMINATED;
    }

    private boolean hasNoRunner() {
        Object runs = runner.get();
        return runs == null
                || runs instanceof Thread && hasEnded((Thread) runs)
                || runs instanceof ExecutorService && ((ExecutorService) runs).isTerminated();
    }
}
