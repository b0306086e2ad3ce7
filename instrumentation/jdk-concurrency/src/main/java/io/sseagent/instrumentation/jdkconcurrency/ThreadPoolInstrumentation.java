package io.sseagent.instrumentation.jdkconcurrency;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.concurrent.ExecutorService;
import net.bytebuddy.asm.Advice;

/** Pools of threads: who makes them, and for whom their threads work. */
final class ThreadPoolInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "java.util.concurrent.ThreadPoolExecutor";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // all other constructors end here
        binder.advise(
                method(
                        "<init>",
                        "int",
                        "int",
                        "long",
                        "java.util.concurrent.TimeUnit",
                        "java.util.concurrent.BlockingQueue",
                        "java.util.concurrent.ThreadFactory",
                        "java.util.concurrent.RejectedExecutionHandler"),
                getClass().getName() + "$MadeAdvice");
        binder.advise(method("execute", "java.lang.Runnable"), getClass().getName() + "$SubmitAdvice");
        binder.advise(method("getTask"), getClass().getName() + "$TakeAdvice");
    }

    /** A pool that nobody has seen yet. */
    public static final class MadeAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This ExecutorService executor) {
            StreamWork.executorMade(executor);
        }
    }

    /** Before the task can run. */
    public static final class SubmitAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) Runnable task) {
            StreamWork.taskSubmitted(task);
        }
    }

    /** A worker goes on with another task, or ends. */
    public static final class TakeAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            // while it waits it works for nobody
            StreamWork.taskTaken(null);
        }

        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.Return Runnable task) {
            StreamWork.taskTaken(task);
        }
    }
}
