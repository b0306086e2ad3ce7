package io.sseagent.instrumentation.jdkconcurrency;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.TimerTask;
import net.bytebuddy.asm.Advice;

/** Timers, each of which has a thread of its own. */
final class TimerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "java.util.Timer";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("sched", "java.util.TimerTask", "long", "long"),
                getClass().getName() + "$ScheduleAdvice");
    }

    /** What every way to hand it a task comes down to; refused ones have thrown. */
    public static final class ScheduleAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.Argument(0) TimerTask task,
                @Advice.Argument(1) long atMillis,
                @Advice.Argument(2) long periodMillis,
                @Advice.FieldValue("thread") Object thread) {
            StreamWork.timerTaskScheduled(task, (Thread) thread, atMillis, periodMillis);
        }
    }
}
