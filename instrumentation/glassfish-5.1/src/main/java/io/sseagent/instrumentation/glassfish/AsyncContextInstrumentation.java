package io.sseagent.instrumentation.glassfish;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;

/** An asynchronous request, and where the exception of a dispatch of it arrives. */
final class AsyncContextInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.catalina.connector.AsyncContextImpl";
    }

    @Override
    public String companionName() {
        return GlassFishInstrumentationModule.GRIZZLY;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "notifyAsyncListeners",
                        "org.apache.catalina.connector.AsyncContextImpl$AsyncEventType",
                        "java.lang.Throwable"),
                getClass().getName() + "$ErrorAdvice");
    }

    /** Of the events that listeners are told of, only an error comes with an exception. */
    public static final class ErrorAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.FieldValue("origRequest") Request request, @Advice.Argument(1) Throwable failure) {
            Object response = failure == null || request == null ? null : request.getResponse();
            if (response instanceof Response) {
                SseStream stream =
                        SseStreams.of(((Response) response).getCoyoteResponse().getOutputBuffer());
                if (stream != null) {
                    stream.evidence(CloseReason.APP_ERROR);
                }
            }
        }
    }
}
