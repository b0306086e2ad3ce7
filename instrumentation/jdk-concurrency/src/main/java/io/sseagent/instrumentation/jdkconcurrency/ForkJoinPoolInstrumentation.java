package io.sseagent.instrumentation.jdkconcurrency;

import static io.sseagent.tooling.MethodPattern.startingWith;

import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.concurrent.ExecutorService;
import net.bytebuddy.asm.Advice;

/** Pools that fork: who makes them. */
final class ForkJoinPoolInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "java.util.concurrent.ForkJoinPool";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // the public constructor with all arguments, which had fewer in 8
        binder.advise(
                startingWith(
                        "<init>",
                        "int",
                        "java.util.concurrent.ForkJoinPool$ForkJoinWorkerThreadFactory",
                        "java.lang.Thread$UncaughtExceptionHandler"),
                getClass().getName() + "$MadeAdvice");
    }

    /** Maybe twice for one pool, whose constructors call each other. */
    public static final class MadeAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This ExecutorService executor) {
            StreamWork.executorMade(executor);
        }
    }
}
