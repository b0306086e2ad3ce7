package io.sseagent.instrumentation.openliberty;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** An HTTP endpoint's life: streams that end after its stop began ended because of that. */
final class InboundChannelInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "com.ibm.ws.http.channel.internal.inbound.HttpInboundChannel";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("start"), getClass().getName() + "$StartAdvice");
        binder.advise(method("stop", "long"), getClass().getName() + "$StopAdvice");
    }

    /** No new requests from now on. */
    public static final class StopAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("openliberty", true);
        }
    }

    /** Serving. */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("openliberty", false);
        }
    }
}
