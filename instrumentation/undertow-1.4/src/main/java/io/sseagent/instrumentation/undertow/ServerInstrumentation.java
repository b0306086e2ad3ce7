package io.sseagent.instrumentation.undertow;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** A server's life: streams that end after its stop began ended because of that. */
final class ServerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.undertow.Undertow";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("stop"), getClass().getName() + "$StopAdvice");
        binder.advise(method("start"), getClass().getName() + "$StartAdvice");
    }

    /** Connections are about to be closed. */
    public static final class StopAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("undertow", true);
        }
    }

    /** Serving. */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("undertow", false);
        }
    }
}
