package io.sseagent.instrumentation.glassfish;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** A listener's life, for which Grizzly's own is not used: streams that end after its stop began ended because of that. */
final class GrizzlyListenerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.glassfish.grizzly.config.GenericGrizzlyListener";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("start"), getClass().getName() + "$StartAdvice");
        binder.advise(method("stop"), getClass().getName() + "$StopAdvice");
    }

    /** No new requests from now on. The name is the one that its streams have. */
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
