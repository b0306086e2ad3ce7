package io.sseagent.instrumentation.undertow;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;

/** An asynchronous request of a servlet: what happens to it before it ends. */
final class AsyncContextInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.undertow.servlet.spec.AsyncContextImpl";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("onAsyncTimeout"), getClass().getName() + "$TimeoutAdvice");
        binder.advise(method("handleError", "java.lang.Throwable"), getClass().getName() + "$ErrorAdvice");
    }

    /** Listeners are about to be told, which may complete it. */
    public static final class TimeoutAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("exchange") HttpServerExchange exchange) {
            SseStream stream = SseStreams.of(exchange);
            if (stream != null) {
                stream.evidence(CloseReason.ASYNC_TIMEOUT);
            }
        }
    }

    /** The application threw. A failed write that it passed on was reported before, and stands. */
    public static final class ErrorAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("exchange") HttpServerExchange exchange) {
            SseStream stream = SseStreams.of(exchange);
            if (stream != null) {
                stream.evidence(CloseReason.APP_ERROR);
            }
        }
    }
}
