package io.sseagent.instrumentation.resteasy;

import static io.sseagent.tooling.MethodPattern.named;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** What the thread of a request runs, from the choice of a resource to its response: what it has matched is over when it returns. */
final class DispatcherInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.jboss.resteasy.core.SynchronousDispatcher";
    }

    /** One calls the other with the resource that it has chosen, whose type has moved to another package in 4. */
    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(named("invoke"), getClass().getName() + "$InvokeAdvice");
    }

    /** A request that a resource makes of its own application must not go on with the template of that one. */
    public static final class InvokeAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            FrameworkRoutes.ends();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit() {
            FrameworkRoutes.ends();
        }
    }
}
