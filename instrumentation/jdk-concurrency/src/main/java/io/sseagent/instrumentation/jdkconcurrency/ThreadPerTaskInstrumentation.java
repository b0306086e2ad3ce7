package io.sseagent.instrumentation.jdkconcurrency;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.concurrent.ExecutorService;
import net.bytebuddy.asm.Advice;

/** Executors with a thread, mostly a virtual one, for each task; a class of Java 21. */
final class ThreadPerTaskInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "java.util.concurrent.ThreadPerTaskExecutor";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("<init>", "java.util.concurrent.ThreadFactory"),
                getClass().getName() + "$MadeAdvice");
    }

    /** An executor that nobody has seen yet. */
    public static final class MadeAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This ExecutorService executor) {
            StreamWork.executorMade(executor);
        }
    }
}
