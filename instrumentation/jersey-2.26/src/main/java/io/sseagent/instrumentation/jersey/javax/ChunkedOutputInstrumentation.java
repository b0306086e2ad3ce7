package io.sseagent.instrumentation.jersey.javax;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** {@code EventOutput}, and behind an {@code SseEventSink}: its events are written by any thread, the head of the response with the first. */
final class ChunkedOutputInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.glassfish.jersey.server.ChunkedOutput";
    }

    /** Jersey 3 has classes of the same names. */
    @Override
    public String companionName() {
        return "javax.ws.rs.core.MediaType";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("flushQueue"), getClass().getName() + "$FlushQueueAdvice");
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
