package io.sseagent.instrumentation.helidon;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** All that happens to a request of either protocol, on one thread: filters, routing, handler and error handlers. */
final class FiltersInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.helidon.webserver.http.Filters";
    }

    @Override
    public void bind(AdviceBinder binder) {
        String http = "io.helidon.webserver.http.";
        binder.advise(
                method(
                        "filter",
                        "io.helidon.webserver.ConnectionContext",
                        http + "RoutingRequest",
                        http + "RoutingResponse",
                        "java.util.concurrent.Callable"),
                getClass().getName() + "$RequestAdvice");
    }

    /** What is thrown from here ends the connection, or the stream of HTTP/2. A failed write was reported before, and stands. */
    public static final class RequestAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(1) Object request) {
            SseStreams.requestStarted(request);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Argument(1) Object request, @Advice.Thrown Throwable failure) {
            SseStream stream = failure == null ? null : SseStreams.of(request);
            if (stream != null) {
                stream.evidence(CloseReason.APP_ERROR);
                stream.close();
            }
        }
    }
}
