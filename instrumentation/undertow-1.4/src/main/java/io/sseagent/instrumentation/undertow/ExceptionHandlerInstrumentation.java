package io.sseagent.instrumentation.undertow;

import static io.sseagent.tooling.MethodPattern.startingWith;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/** Where every exception of a servlet or a filter arrives, unless the deployment has an exception handler of its own. */
final class ExceptionHandlerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.undertow.servlet.api.LoggingExceptionHandler";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // request and response are of javax.servlet, since 2.3 of jakarta.servlet
        binder.advise(
                startingWith("handleThrowable", "io.undertow.server.HttpServerExchange"),
                getClass().getName() + "$ExceptionAdvice");
    }

    /** The application threw. A failed write that it passed on was reported before, and stands. */
    public static final class ExceptionAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) HttpServerExchange exchange) {
            SseStream stream = SseStreams.of(exchange);
            if (stream != null) {
                stream.evidence(CloseReason.APP_ERROR);
            }
        }
    }
}
