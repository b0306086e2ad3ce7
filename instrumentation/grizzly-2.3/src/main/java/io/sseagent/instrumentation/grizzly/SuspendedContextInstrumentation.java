package io.sseagent.instrumentation.grizzly;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.http.server.Response;

/** A suspended response that is cancelled, which is what a closed connection does to it. */
final class SuspendedContextInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.glassfish.grizzly.http.server.Response$SuspendedContextImpl";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("markCancelled", "int"), getClass().getName() + "$CancelAdvice");
    }

    /**
     * The connection has gone, and nobody will finish the response. After a time-out or {@code cancel()} it is there yet, unless
     * the application closes it when it is told, which it is in between.
     */
    public static final class CancelAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter(@Advice.FieldValue("this$0") Response response) {
            return SseStreams.of(response.getOutputBuffer()) != null
                    && !response.getRequest().getRequest().getConnection().isOpen();
        }

        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.FieldValue("this$0") Response response,
                @Advice.Enter boolean disconnected,
                @Advice.Return boolean cancelled) {
            SseStream stream = cancelled && disconnected ? SseStreams.of(response.getOutputBuffer()) : null;
            if (stream != null) {
                stream.evidence(CloseReason.CLIENT_CLOSED);
                stream.close();
            }
        }
    }
}
