package io.sseagent.instrumentation.jdkconcurrency;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** A thread of a pool when it begins: with a task that passed no queue, or with none. */
final class PoolWorkerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "java.util.concurrent.ThreadPoolExecutor$Worker";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("run"), getClass().getName() + "$RunAdvice");
    }

    /** From here on it works for its tasks, and no longer for whoever made the pool grow. */
    public static final class RunAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("firstTask") Runnable task) {
            StreamWork.taskTaken(task);
        }
    }
}
