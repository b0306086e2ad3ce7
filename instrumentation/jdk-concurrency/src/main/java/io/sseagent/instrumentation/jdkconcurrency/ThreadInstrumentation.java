package io.sseagent.instrumentation.jdkconcurrency;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Platform threads. */
final class ThreadInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "java.lang.Thread";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("start"), getClass().getName() + "$StartAdvice");
        // added in 19, for executors that own their threads
        binder.adviseIfPresent(
                method("start", "jdk.internal.vm.ThreadContainer"), getClass().getName() + "$StartAdvice");
    }

    /** The thread does not run yet. */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Thread thread) {
            StreamWork.threadStarts(thread, false);
        }
    }
}
