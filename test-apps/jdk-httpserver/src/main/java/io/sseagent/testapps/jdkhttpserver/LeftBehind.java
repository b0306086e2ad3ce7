package io.sseagent.testapps.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Queue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * {@code ?kind=thread|virtual|periodic|timer|executor|forking|pertask|relayed&early=true&clean=true}: a stream of one event that starts something which
 * lives on, unless it is clean; early means before the response begins.
 */
final class LeftBehind implements HttpHandler {
    private static final int PERIOD_MILLIS = 200;

    /** What no thread of its own keeps. */
    private static final Queue<ExecutorService> KEPT = new ConcurrentLinkedQueue<>();

    private final Executor executor;
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final Timer timer = new Timer("of all streams", true);

    LeftBehind(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Query query = new Query(exchange);
        boolean early = Boolean.parseBoolean(query.text("early", "false"));
        Runnable end = early ? start(query.text("kind", "thread")) : null;
        try (EventOutput output = EventOutput.open(exchange)) {
            output.send("data: here\n\n");
            end = early ? end : start(query.text("kind", "thread"));
            if (Boolean.parseBoolean(query.text("clean", "false"))) {
                end.run();
            }
        }
    }

    /** Returns what ends it. */
    private Runnable start(String kind) {
        switch (kind) {
            case "thread":
                return startThread();
            case "virtual":
                return startVirtualThread();
            case "periodic":
                return startPeriodicTask();
            case "timer":
                return startTimerTask();
            case "executor":
                return startExecutor();
            case "forking":
                return startForkingPool();
            case "pertask":
                return startVirtualExecutor();
            case "relayed":
                return startThreadElsewhere();
            default:
                throw new IllegalArgumentException(kind);
        }
    }

    private static Runnable startThread() {
        CountDownLatch over = new CountDownLatch(1);
        new Thread(waiting(over)).start();
        return over::countDown;
    }

    private static Runnable startVirtualThread() {
        CountDownLatch over = new CountDownLatch(1);
        try {
            // compiled for Java 8, which has no such method
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, waiting(over));
        } catch (ReflectiveOperationException tooOld) {
            throw new IllegalStateException(tooOld);
        }
        return over::countDown;
    }

    private Runnable startPeriodicTask() {
        Future<?> beat = scheduler.scheduleAtFixedRate(() -> {}, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return () -> beat.cancel(false);
    }

    private Runnable startTimerTask() {
        TimerTask beat = new TimerTask() {
            @Override
            public void run() {}
        };
        timer.schedule(beat, 0, PERIOD_MILLIS);
        return beat::cancel;
    }

    private static Runnable startExecutor() {
        ExecutorService own = Executors.newFixedThreadPool(1);
        own.execute(() -> {});
        return own::shutdown;
    }

    private static Runnable startForkingPool() {
        ForkJoinPool own = new ForkJoinPool(1);
        KEPT.add(own);
        return own::shutdown;
    }

    private static Runnable startVirtualExecutor() {
        try {
            ExecutorService own = (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            KEPT.add(own);
            return own::shutdown;
        } catch (ReflectiveOperationException tooOld) {
            throw new IllegalStateException(tooOld);
        }
    }

    private Runnable startThreadElsewhere() {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        executor.execute(() -> {
            new Thread(waiting(over)).start();
            started.countDown();
        });
        waiting(started).run();
        return over::countDown;
    }

    private static Runnable waiting(CountDownLatch over) {
        return () -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
