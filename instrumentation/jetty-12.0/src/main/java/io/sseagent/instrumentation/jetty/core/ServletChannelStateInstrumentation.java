package io.sseagent.instrumentation.jetty.core;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.lang.reflect.InvocationTargetException;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Request;

/** An asynchronous request of a Servlet environment, which knows of time-outs. One class for ee8 to ee11: hence reflection. */
final class ServletChannelStateInstrumentation extends TypeInstrumentation {
    private final String typeName;

    ServletChannelStateInstrumentation(String typeName) {
        this.typeName = typeName;
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("onTimeout"), getClass().getName() + "$TimeoutAdvice");
    }

    /** The time-out that the application has set, or Jetty's own of 30 seconds. */
    public static final class TimeoutAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Object state)
                throws IllegalAccessException, InvocationTargetException, NoSuchMethodException {
            // ee8 and ee9 hold a whole channel of Jetty 11
            boolean nested = state.getClass().getName().endsWith(".nested.HttpChannelState");
            Object channel = state.getClass()
                    .getMethod(nested ? "getHttpChannel" : "getServletChannel")
                    .invoke(state);
            Request request = (Request) channel.getClass()
                    .getMethod(nested ? "getCoreRequest" : "getServletContextRequest")
                    .invoke(channel);
            SseStream stream = SseStreams.of(Request.unWrap(request));
            if (stream != null) {
                stream.evidence(CloseReason.ASYNC_TIMEOUT);
            }
        }
    }
}
