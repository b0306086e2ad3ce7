package io.sseagent.instrumentation.jetty;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.concurrent.TimeoutException;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannelState;

/** Where an asynchronous request is told what has happened to it: the evidence for its end. */
final class HttpChannelStateInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.eclipse.jetty.server.HttpChannelState";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("onTimeout"), getClass().getName() + "$TimeoutAdvice");
        binder.advise(method("asyncError", "java.lang.Throwable"), getClass().getName() + "$ErrorAdvice");
    }

    /** The time-out that the application has set, or Jetty's own of 30 seconds. */
    public static final class TimeoutAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpChannelState state) {
            SseStream stream = SseStreams.of(state.getHttpChannel());
            if (stream != null) {
                stream.evidence(CloseReason.ASYNC_TIMEOUT);
            }
        }
    }

    /**
     * HTTP/2: the client has reset the stream or left, or takes nothing any more. Of a request that is complete it is no news: a client
     * that has got everything may be gone before this side has noticed the end.
     */
    public static final class ErrorAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpChannelState state, @Advice.Argument(0) Throwable failure) {
            SseStream stream = SseStreams.of(state.getHttpChannel());
            if (stream != null && state.isSuspended() && state.isAsyncStarted()) {
                stream.evidence(
                        failure instanceof TimeoutException ? CloseReason.WRITE_FAILED : CloseReason.CLIENT_CLOSED);
            }
        }
    }
}
