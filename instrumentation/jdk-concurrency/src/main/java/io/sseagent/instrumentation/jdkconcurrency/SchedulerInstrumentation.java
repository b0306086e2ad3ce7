package io.sseagent.instrumentation.jdkconcurrency;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RunnableScheduledFuture;
import net.bytebuddy.asm.Advice;

/** Schedulers: those of Spring and Reactor end here, too. */
final class SchedulerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "java.util.concurrent.ScheduledThreadPoolExecutor";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("delayedExecute", "java.util.concurrent.RunnableScheduledFuture"),
                getClass().getName() + "$ScheduleAdvice");
    }

    /** What every way to hand it a task comes down to. */
    public static final class ScheduleAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This ExecutorService executor, @Advice.Argument(0) RunnableScheduledFuture<?> task) {
            StreamWork.taskScheduled(executor, task);
        }
    }
}
