package io.sseagent.instrumentation.tomcat;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** A connector's life: streams that end after it was paused or stopped ended because of that. */
final class AbstractProtocolInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.coyote.AbstractProtocol";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("pause"), getClass().getName() + "$StopAdvice");
        binder.advise(method("stop"), getClass().getName() + "$StopAdvice");
        binder.advise(method("start"), getClass().getName() + "$StartAdvice");
        binder.advise(method("resume"), getClass().getName() + "$StartAdvice");
    }

    /** No new requests from now on. */
    public static final class StopAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("tomcat", true);
        }
    }

    /** Serving (again). */
    public static final class StartAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            SseStreams.serverStopping("tomcat", false);
        }
    }
}
