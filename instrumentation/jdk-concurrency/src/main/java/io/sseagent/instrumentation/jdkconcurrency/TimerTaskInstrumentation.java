package io.sseagent.instrumentation.jdkconcurrency;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.TimerTask;
import net.bytebuddy.asm.Advice;

/** Tasks of timers, which keep to themselves whether they were cancelled. */
final class TimerTaskInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "java.util.TimerTask";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("cancel"), getClass().getName() + "$CancelAdvice");
    }

    /** It will not run again. */
    public static final class CancelAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This TimerTask task) {
            StreamWork.timerTaskCancelled(task);
        }
    }
}
