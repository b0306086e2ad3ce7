package io.sseagent.instrumentation.tomcat;

import static io.sseagent.tooling.MethodPattern.startingWith;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Response;

/** Where every exception of a servlet, a filter or an asynchronous dispatch arrives. */
final class StandardWrapperValveInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.catalina.core.StandardWrapperValve";
    }

    /** GlassFish and Payara have a class of this name over Grizzly. */
    @Override
    public String companionName() {
        return "org.apache.coyote.Response";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // a second form with a status code was added in 8.5.x
        binder.advise(
                startingWith(
                        "exception",
                        "org.apache.catalina.connector.Request",
                        "org.apache.catalina.connector.Response",
                        "java.lang.Throwable"),
                getClass().getName() + "$ExceptionAdvice");
    }

    /** The application threw. A failed write that it passed on was reported before, and stands. */
    public static final class ExceptionAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(1) Response response) {
            org.apache.coyote.Response coyote = response.getCoyoteResponse();
            if (coyote != null) {
                SseStream stream = (SseStream) coyote.getNote(CoyoteResponseInstrumentation.STREAM_NOTE);
                if (stream != null) {
                    stream.evidence(CloseReason.APP_ERROR);
                }
            }
        }
    }
}
