package io.sseagent.instrumentation.helidon;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** A listening socket's life: streams that end after its stop began ended because of that. */
final class ServerListenerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.helidon.webserver.ServerListener";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("start"), getClass().getName() + "$StartAdvice");
        binder.advise(method("stop"), getClass().getName() + "$StopAdvice");
    }

    /** Serving. */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("helidon", false);
        }
    }

    /** No new requests from now on; handlers have half a second, by default, before they are interrupted. */
    public static final class StopAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("helidon", true);
        }
    }
}
