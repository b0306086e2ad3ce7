package io.sseagent.testapps.war;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;

/**
 * Writes one async response from as many threads as run it, one event at a time; the last thread ends the response. A failed
 * write makes many containers end it at once, on a thread of their own: {@link #onError} keeps it waiting until the failed write
 * has returned, since a response that is recycled under a running write fails the next request. Other containers never say a word.
 */
final class AsyncWriting implements Runnable, AsyncListener {
    private static final long MOST_MILLIS_TO_TELL = 2000;

    private final EventStream stream;
    private final int events;
    private final int size;
    private final long intervalMillis;
    private final Runnable end;

    // guarded by this
    private int writers;
    private int written;
    private boolean failed;
    private boolean told;

    AsyncWriting(EventStream stream, int events, int size, long intervalMillis, int writers, Runnable end) {
        this.stream = stream;
        this.events = events;
        this.size = size;
        this.intervalMillis = intervalMillis;
        this.writers = writers;
        this.end = end;
    }

    /** Starts the writers; call it on the container's thread, once. */
    void start(AsyncContext async, StreamThreads threads) {
        async.setTimeout(0);
        async.addListener(this);
        int starting = writers;
        for (int i = 0; i < starting; i++) {
            threads.run(this);
        }
    }

    @Override
    public void run() {
        try {
            while (writeNext()) {
                Pause.millis(intervalMillis);
            }
        } catch (IOException clientGone) {
            // nobody is left to tell
        } finally {
            leave();
        }
    }

    private synchronized boolean writeNext() throws IOException {
        if (failed || written == events) {
            return false;
        }
        failed = true; // unless the write returns
        stream.send(EventStream.numbered(written + 1, size));
        failed = false;
        written++;
        return written < events;
    }

    private synchronized void leave() {
        writers--;
        if (writers == 0) {
            if (failed) {
                awaitContainer();
            }
            if (!told) {
                told = true;
                end.run();
            }
        }
    }

    private void awaitContainer() {
        try {
            long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS_TO_TELL);
            for (long left = MOST_MILLIS_TO_TELL; !told && left > 0; left = millisTo(deadlineNanos)) {
                wait(left);
            }
        } catch (InterruptedException applicationStops) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millisTo(long deadlineNanos) {
        return TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
    }

    @Override
    public void onError(AsyncEvent event) {
        synchronized (this) {
            failed = true;
            if (told) {
                return;
            }
            told = true;
            notifyAll();
        }
        event.getAsyncContext().complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
