package io.sseagent.instrumentation.grizzly;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.lang.reflect.Field;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.server.Response;

/**
 * What calls handlers and finishes their responses. An exception of a handler is swallowed on the way here; what gives it away is
 * that nobody has asked yet whether the handler suspended the response, which it did not.
 */
final class HttpServerFilterInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.glassfish.grizzly.http.server.HttpServerFilter";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "afterService",
                        "org.glassfish.grizzly.filterchain.FilterChainContext",
                        "org.glassfish.grizzly.Connection",
                        "org.glassfish.grizzly.http.server.Request",
                        "org.glassfish.grizzly.http.server.Response"),
                getClass().getName() + "$AfterAdvice");
    }

    /**
     * Both states are out of reach of other packages, hence reflection, once per stream. A status that was asked is soon another
     * request's: it speaks only of a response that was never suspended.
     */
    public static final class AfterAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(3) Response response) throws ReflectiveOperationException {
            SseStream stream = SseStreams.of(response.getOutputBuffer());
            if (stream == null) {
                return;
            }
            Field suspended = Response.class.getDeclaredField("suspendState");
            suspended.setAccessible(true);
            Field asked = Response.class.getDeclaredField("suspendStatus");
            asked.setAccessible(true);
            Object status = asked.get(response);
            if (status != null && "NONE".equals(String.valueOf(suspended.get(response)))) {
                Field state = status.getClass().getDeclaredField("state");
                state.setAccessible(true);
                if ("NOT_SUSPENDED".equals(String.valueOf(state.get(status)))) {
                    stream.evidence(CloseReason.APP_ERROR);
                }
            }
        }
    }
}
