package io.sseagent.instrumentation.helidon;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Where a client's reset of an HTTP/2 stream arrives. The handler is not told and may go on writing. */
final class Http2ServerStreamInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.helidon.webserver.http2.Http2ServerStream";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("rstStream", "io.helidon.http.http2.Http2RstStream"),
                getClass().getName() + "$ResetAdvice");
    }

    /** Nobody reads from now on. */
    public static final class ResetAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Object http2) {
            SseStream stream = SseStreams.of(http2);
            if (stream != null) {
                stream.evidence(CloseReason.CLIENT_CLOSED);
                stream.close();
            }
        }
    }
}
