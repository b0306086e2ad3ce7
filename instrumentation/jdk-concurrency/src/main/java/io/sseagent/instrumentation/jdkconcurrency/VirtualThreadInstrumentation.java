package io.sseagent.instrumentation.jdkconcurrency;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Virtual threads, whoever starts them; a class of Java 21. */
final class VirtualThreadInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "java.lang.VirtualThread";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("start", "jdk.internal.vm.ThreadContainer"), getClass().getName() + "$StartAdvice");
    }

    /** The thread does not run yet. */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Thread thread) {
            StreamWork.threadStarts(thread, true);
        }
    }
}
