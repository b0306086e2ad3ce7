package io.sseagent.instrumentation.jetty.core;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.concurrent.TimeoutException;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.internal.HttpChannelState;

/** Where a request is told what has happened to its connection or to its stream of HTTP/2. */
final class HttpChannelStateInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.eclipse.jetty.server.internal.HttpChannelState";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("onFailure", "java.lang.Throwable"), getClass().getName() + "$FailureAdvice");
        // what a client's reset comes by: added in 12.0.x, calls a third one, as onFailure does
        binder.adviseIfPresent(
                method("onRemoteFailure", "java.lang.Throwable"), getClass().getName() + "$FailureAdvice");
    }

    /**
     * A time-out while nothing is written, which one that a write waits through is not. Or the client has left, unless it was only quicker
     * to close than this side is to notice that it has sent the end.
     */
    public static final class FailureAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This HttpChannelState channel,
                @Advice.FieldValue("_streamSendState") Object sending,
                @Advice.Argument(0) Throwable failure) {
            SseStream stream = SseStreams.of(channel.getRequest());
            if (stream != null && "SENDING".equals(String.valueOf(sending))) {
                stream.evidence(
                        failure instanceof TimeoutException ? CloseReason.IDLE_TIMEOUT : CloseReason.CLIENT_CLOSED);
            }
        }
    }
}
