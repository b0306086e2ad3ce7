package io.sseagent.instrumentation.cxf;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** What a sink was given, a thread of the container writes, the head of the response with the first event. */
final class EventSinkInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.cxf.jaxrs.sse.SseEventSinkImpl";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("dequeue"), getClass().getName() + "$DequeueAdvice");
    }

    /** Costs a look-up per batch of events, once the stream has opened. */
    public static final class DequeueAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter(@Advice.This Object sink) {
            return FrameworkRoutes.beginsKept(sink);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter boolean begun) {
            if (begun) {
                FrameworkRoutes.ends();
            }
        }
    }
}
