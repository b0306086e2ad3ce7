package io.sseagent.instrumentation.glassfish;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Response;

/** Where every exception of a servlet or a filter arrives. */
final class WrapperValveInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.catalina.core.StandardWrapperValve";
    }

    @Override
    public String companionName() {
        return GlassFishInstrumentationModule.GRIZZLY;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "exception",
                        "org.apache.catalina.Request",
                        "org.apache.catalina.Response",
                        "java.lang.Throwable"),
                getClass().getName() + "$ExceptionAdvice");
    }

    /** The application threw. A failed write that it passed on was reported before, and stands. */
    public static final class ExceptionAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(1) Object response) {
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
