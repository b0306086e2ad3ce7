package io.sseagent.instrumentation.grizzly;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** A listener's life: streams that end after its stop began ended because of that. GlassFish has listeners of its own. */
final class NetworkListenerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.glassfish.grizzly.http.server.NetworkListener";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("start"), getClass().getName() + "$StartAdvice");
        binder.advise(method("stop"), getClass().getName() + "$StopAdvice");
        // added in 2.3.5
        binder.adviseIfPresent(
                method("shutdown", "long", "java.util.concurrent.TimeUnit"),
                getClass().getName() + "$StopAdvice");
        binder.adviseIfPresent(method("shutdownNow"), getClass().getName() + "$StopAdvice");
    }

    /** No new requests from now on. */
    public static final class StopAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("grizzly", true);
        }
    }

    /** Serving. */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("grizzly", false);
        }
    }
}
