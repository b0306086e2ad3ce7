package io.sseagent.instrumentation.glassfish;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Response;

/** The request of a servlet, which is told that its asynchronous response has timed out. */
final class ServletRequestInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.catalina.connector.Request";
    }

    @Override
    public String companionName() {
        return GlassFishInstrumentationModule.GRIZZLY;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("asyncTimeout"), getClass().getName() + "$TimeoutAdvice");
    }

    /** Before listeners hear of it, one of which may end the response. */
    public static final class TimeoutAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("response") Object response) {
            if (response instanceof Response) {
                SseStream stream =
                        SseStreams.of(((Response) response).getCoyoteResponse().getOutputBuffer());
                if (stream != null) {
                    stream.evidence(CloseReason.ASYNC_TIMEOUT);
                }
            }
        }
    }
}
