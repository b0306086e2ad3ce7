package io.sseagent.instrumentation.jdkhttpserver;

import static io.sseagent.tooling.MethodPattern.method;

import com.sun.net.httpserver.HttpExchange;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamWork;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** What calls the handler: an exception that leaves it makes the server drop the connection without closing the body. */
final class FilterChainInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "com.sun.net.httpserver.Filter$Chain";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("doFilter", "com.sun.net.httpserver.HttpExchange"),
                getClass().getName() + "$HandleAdvice");
    }

    /** The handler runs. If it throws: a failed write that it passed on was reported before, and stands. */
    public static final class HandleAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter() {
            StreamWork.requestBegins();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Argument(0) HttpExchange exchange, @Advice.Thrown Throwable failure) {
            StreamWork.requestEnds();
            SseStream stream = failure == null ? null : SseStreams.of(exchange);
            if (stream != null) {
                stream.evidence(CloseReason.APP_ERROR);
                stream.close();
            }
        }
    }
}
