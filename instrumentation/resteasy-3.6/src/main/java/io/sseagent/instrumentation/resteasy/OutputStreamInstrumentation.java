package io.sseagent.instrumentation.resteasy;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** In servlet containers, since 4.5: events that other threads send are written by the container's, when it can. */
final class OutputStreamInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.jboss.resteasy.plugins.server.servlet.HttpServletResponseWrapper$DeferredOutputStream";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // added in 4.5
        binder.adviseIfPresent(method("flushQueue"), getClass().getName() + "$FlushQueueAdvice");
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    /** Costs a look-up per event, once the stream has opened. */
    public static final class FlushQueueAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter(@Advice.This Object output) {
            return FrameworkRoutes.beginsKept(output);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter boolean begun) {
            if (begun) {
                FrameworkRoutes.ends();
            }
        }
    }
}
