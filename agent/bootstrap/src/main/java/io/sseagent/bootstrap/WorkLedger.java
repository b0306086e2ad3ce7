package io.sseagent.bootstrap;

import java.lang.ref.WeakReference;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which thread works for which request, and what it has started meanwhile. Written by the application's threads, without a lock but
 * for tasks of timers; read by the agent's own. Of fixed size and lossy: what finds no room is not known, and counted if it was
 * something started.
 */
public final class WorkLedger {
    private static final int SUBMISSIONS = 1 << 13;
    /** What is due sooner cannot outlive its stream for long. */
    private static final long SHORTEST_DELAY_MILLIS = 1000;

    private final WorkingThreads threads = new WorkingThreads();
    private final AtomicReferenceArray<Submission> submissions = new AtomicReferenceArray<Submission>(SUBMISSIONS);
    private final WeakIdentityMap<StartedWork> timerTasks = new WeakIdentityMap<StartedWork>();
    private final AtomicReference<StartedWork> started = new AtomicReference<StartedWork>();
    private final AtomicInteger room = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();

    /** Takes in nothing until there is {@link #room(int)}. */
    public WorkLedger() {
        // loads what an application's thread needs, inside the start of another one
        StartedWork.of(this, WorkKind.THREAD, new WorkOrigin(0, null));
        new Submission(this, null);
        timerTasks.get(this);
        timerTasks.put(this, null);
        timerTasks.remove(this);
        threads.begin(true);
        threads.current();
        threads.held(0);
        threads.end();
    }

    /** How many more things may be taken in until the next call. */
    public void room(int works) {
        room.set(works);
    }

    /** How many had no room since the last call. */
    public int takeDropped() {
        return dropped.getAndSet(0);
    }

    /** What was started since the last call, latest first, or null. */
    public StartedWork takeStarted() {
        timerTasks.removeCollected();
        return started.getAndSet(null);
    }

    /** What was taken in before {@code work}, or null. */
    public static StartedWork before(StartedWork work) {
        StartedWork earlier = work.next;
        work.next = null;
        return earlier;
    }

    /** The threads at work. */
    public WorkingThreads threads() {
        return threads;
    }

    long begin(boolean endIsTold) {
        return threads.begin(endIsTold);
    }

    void end() {
        threads.end();
    }

    void opened(long request, Object stream) {
        threads.opened(request, stream);
    }

    void threadStarts(Thread thread, boolean virtual) {
        WorkOrigin origin = threads.current();
        if (origin != null && take()) {
            threads.starts(thread, origin, virtual);
            add(StartedWork.of(thread, virtual ? WorkKind.VIRTUAL_THREAD : WorkKind.THREAD, origin));
        }
    }

    void executorMade(ExecutorService executor) {
        WorkOrigin origin = threads.current();
        if (origin != null && take()) {
            add(StartedWork.of(executor, WorkKind.EXECUTOR, origin));
        }
    }

    void taskScheduled(ExecutorService executor, RunnableScheduledFuture<?> task) {
        WorkOrigin origin = threads.current();
        if (origin == null) {
            return;
        }
        submitted(task, origin);
        boolean lasts = task.isPeriodic() || task.getDelay(TimeUnit.MILLISECONDS) >= SHORTEST_DELAY_MILLIS;
        if (lasts && take()) {
            add(StartedWork.scheduled(task, origin, executor));
        }
    }

    void timerTaskScheduled(TimerTask task, Thread timer, long atMillis, boolean periodic) {
        WorkOrigin origin = threads.current();
        if (origin != null && take()) {
            StartedWork work = StartedWork.timed(task, origin, timer, atMillis, periodic);
            timerTasks.put(task, work);
            add(work);
        }
    }

    void timerTaskCancelled(TimerTask task) {
        StartedWork known = timerTasks.get(task);
        if (known != null) {
            known.cancelled();
        }
    }

    void taskSubmitted(Runnable task) {
        WorkOrigin origin = threads.current();
        if (origin != null && task != null) {
            submitted(task, origin);
        }
    }

    private void submitted(Object task, WorkOrigin origin) {
        submissions.lazySet(slot(task), new Submission(task, origin));
    }

    void taskTaken(Runnable task) {
        Submission submission = task == null ? null : submissions.get(slot(task));
        if (submission != null && submission.get() == task) {
            threads.works(submission.origin);
        } else {
            threads.end();
        }
    }

    private static int slot(Object task) {
        return System.identityHashCode(task) & (SUBMISSIONS - 1);
    }

    private boolean take() {
        if (room.get() > 0 && room.getAndDecrement() > 0) {
            return true;
        }
        dropped.incrementAndGet();
        return false;
    }

    private void add(StartedWork work) {
        do {
            work.next = started.get();
        } while (!started.compareAndSet(work.next, work));
    }

    private static final class Submission extends WeakReference<Object> {
        private final WorkOrigin origin;

        Submission(Object task, WorkOrigin origin) {
            super(task);
            this.origin = origin;
        }
    }
}
