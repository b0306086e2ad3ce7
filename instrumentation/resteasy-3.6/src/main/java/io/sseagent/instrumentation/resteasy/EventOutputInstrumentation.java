package io.sseagent.instrumentation.resteasy;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.FrameworkRoutes;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.HttpResponse;

/** An {@code SseEventSink}: the first event sends the head of the response, by any thread; in 3 behind what writes responses otherwise. */
final class EventOutputInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.jboss.resteasy.plugins.providers.sse.SseEventOutputImpl";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("internalFlushResponseToClient", "boolean"), getClass().getName() + "$FlushAdvice");
    }

    /** Called for every event in 3, which costs a look-up each. */
    public static final class FlushAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter(@Advice.FieldValue("response") HttpResponse response) throws IOException {
            return FrameworkRoutes.beginsKept(response.getOutputStream());
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter boolean begun) {
            if (begun) {
                FrameworkRoutes.ends();
            }
        }
    }
}
