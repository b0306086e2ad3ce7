package io.sseagent.instrumentation.grizzly;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.server.Response;

/** The time-out of a suspended response, unless the application's handler asks for more time. */
final class SuspendTimeoutInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.glassfish.grizzly.http.server.Response$SuspendTimeout";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("onTimeout"), getClass().getName() + "$TimeoutAdvice");
    }

    /** Grizzly has cancelled the response and lets go of it; nobody will finish it. */
    public static final class TimeoutAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.FieldValue("this$0") Response response, @Advice.Return boolean timedOut) {
            SseStream stream = timedOut ? SseStreams.of(response.getOutputBuffer()) : null;
            if (stream != null) {
                stream.evidence(CloseReason.ASYNC_TIMEOUT);
                stream.close();
            }
        }
    }
}
