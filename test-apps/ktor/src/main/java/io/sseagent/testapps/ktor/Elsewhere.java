package io.sseagent.testapps.ktor;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;

/** Threads of the application, which may block. */
final class Elsewhere {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "application");
        thread.setDaemon(true);
        return thread;
    });

    private Elsewhere() {}

    /** A suspending function. */
    interface Suspending {
        Object invoke(Continuation<? super Unit> then) throws Exception;
    }

    /** The function goes on there. */
    static Object invoke(Continuation<? super Unit> then, Suspending rest) {
        THREADS.execute(() -> {
            Object outcome;
            try {
                outcome = rest.invoke(then);
            } catch (Exception failure) {
                outcome = ResultKt.createFailure(failure);
            }
            if (outcome != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
                then.resumeWith(outcome);
            }
        });
        return IntrinsicsKt.getCOROUTINE_SUSPENDED();
    }
}
