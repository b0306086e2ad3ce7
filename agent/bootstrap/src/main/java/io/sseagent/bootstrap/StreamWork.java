package io.sseagent.bootstrap;

import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RunnableScheduledFuture;

/**
 * The bridge for what requests start and may leave behind, called by woven classes of the JDK itself: everything that it needs was loaded
 * before they were woven. Until the agent's own thread hands out a ledger, and after it took that back, each call is one volatile read.
 */
public final class StreamWork {
    private static volatile WorkLedger ledger;

    private StreamWork() {}

    /** What is started from now on is written there, or nowhere if that is null. */
    public static void keep(WorkLedger next) {
        ledger = next;
    }

    /** The ledger in force, or null. */
    public static WorkLedger ledger() {
        return ledger;
    }

    /** This thread begins to handle a request, and whatever it did before is done. */
    public static void requestBegins() {
        WorkLedger open = ledger;
        if (open != null) {
            open.begin(true);
        }
    }

    /** As {@link #requestBegins} where nobody will tell {@link #requestEnds}. */
    static long openEndedRequestBegins() {
        WorkLedger open = ledger;
        return open == null ? 0 : open.begin(false);
    }

    /** This thread is done with its request, which may go on elsewhere. */
    public static void requestEnds() {
        WorkLedger open = ledger;
        if (open != null) {
            open.end();
        }
    }

    /**
     * The request that this thread works for, or the one of that number if it is not 0, has opened a stream, which the model calls
     * {@code stream}.
     */
    public static void opened(long request, Object stream) {
        WorkLedger open = ledger;
        if (open != null) {
            open.opened(request, stream);
        }
    }

    /** This thread is about to start {@code thread}. */
    public static void threadStarts(Thread thread, boolean virtual) {
        WorkLedger open = ledger;
        if (open != null) {
            open.threadStarts(thread, virtual);
        }
    }

    /** This thread has made an executor. */
    public static void executorMade(ExecutorService executor) {
        WorkLedger open = ledger;
        if (open != null) {
            open.executorMade(executor);
        }
    }

    /** This thread hands {@code task} to {@code executor}, to run later or again. */
    public static void taskScheduled(ExecutorService executor, RunnableScheduledFuture<?> task) {
        WorkLedger open = ledger;
        if (open != null) {
            open.taskScheduled(executor, task);
        }
    }

    /** This thread hands {@code task} to a timer; {@code periodMillis} is 0 if it is to run once. */
    public static void timerTaskScheduled(TimerTask task, Thread timer, long atMillis, long periodMillis) {
        WorkLedger open = ledger;
        if (open != null) {
            open.timerTaskScheduled(task, timer, atMillis, periodMillis != 0);
        }
    }

    /** It will not run again. */
    public static void timerTaskCancelled(TimerTask task) {
        WorkLedger open = ledger;
        if (open != null) {
            open.timerTaskCancelled(task);
        }
    }

    /** This thread hands {@code task} to a pool. */
    public static void taskSubmitted(Runnable task) {
        WorkLedger open = ledger;
        if (open != null) {
            open.taskSubmitted(task);
        }
    }

    /** This thread of a pool is done with what it ran before; it runs {@code task} next, or ends if that is null. */
    public static void taskTaken(Runnable task) {
        WorkLedger open = ledger;
        if (open != null) {
            open.taskTaken(task);
        }
    }
}
