package io.sseagent.testapps.war;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;

/**
 * One stream of a broadcast. What a slow client cannot take is skipped for it. The clock's thread and the container's take turns,
 * so that the container, which ends a response after a failed write, waits until that write has returned.
 */
final class Subscription implements Runnable, WriteListener, AsyncListener {
    private final AsyncContext async;
    private final ServletOutputStream output;
    private final int events;
    private final int size;
    private final Consumer<Subscription> ended;

    // guarded by this
    private Future<?> ticking;
    private boolean possible;
    private boolean unflushed;
    private boolean over;
    private boolean completed;
    private int written;

    Subscription(AsyncContext async, ServletOutputStream output, int events, int size, Consumer<Subscription> ended) {
        this.async = async;
        this.output = output;
        this.events = events;
        this.size = size;
        this.ended = ended;
    }

    /** Call it on the container's thread, once. */
    synchronized void start(ScheduledExecutorService clock, long intervalMillis) {
        async.addListener(this);
        output.setWriteListener(this);
        ticking = clock.scheduleAtFixedRate(this, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
    }

    /** The headers go with the first flush, so that a client knows at once. */
    @Override
    public synchronized void onWritePossible() throws IOException {
        possible = true;
        unflushed |= written == 0;
        flush();
    }

    @Override
    public synchronized void run() {
        if (over) {
            return;
        }
        try {
            flush();
            if (written < events && ready()) {
                written++;
                output.write(EventStream.numbered(written, size).getBytes(StandardCharsets.UTF_8));
                unflushed = true;
                flush();
            }
        } catch (IOException clientGone) {
            // the container tells onError
            stopTicking();
            return;
        }
        if (written == events && !unflushed) {
            end();
        }
    }

    /** A flush counts as a write: each of the two needs its own isReady. */
    private void flush() throws IOException {
        if (!over && unflushed && ready()) {
            output.flush();
            unflushed = false;
        }
    }

    private boolean ready() {
        possible = possible && output.isReady();
        return possible;
    }

    synchronized void end() {
        if (!over) {
            stopTicking();
            completed = true;
            async.complete();
        }
    }

    private void stopTicking() {
        over = true;
        ticking.cancel(false);
        ended.accept(this);
    }

    /** Some containers tell nobody else. */
    @Override
    public void onError(Throwable clientGone) {
        giveUp();
    }

    @Override
    public void onError(AsyncEvent event) {
        giveUp();
    }

    private void giveUp() {
        synchronized (this) {
            stopTicking();
            if (completed) {
                return;
            }
            completed = true;
        }
        async.complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
