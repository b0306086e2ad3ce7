package io.sseagent.testapps.war;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads that write to streams outside the container's; every thread may use it. */
final class StreamThreads {
    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stream-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    void run(Runnable work) {
        executor.execute(work);
    }

    void stop() {
        executor.shutdownNow();
    }
}
