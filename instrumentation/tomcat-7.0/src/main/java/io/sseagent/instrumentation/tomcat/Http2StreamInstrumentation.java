package io.sseagent.instrumentation.tomcat;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Response;

/**
 * A stream of HTTP/2, from 8.5 on. A write that waits for the client's window in vain fails as one to a stream that the
 * client reset does, by the same exception; only the error code differs, which the exception keeps to its package.
 */
final class Http2StreamInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.apache.coyote.http2.Stream";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // added in 8.5.58, 9.0.38 and 10.0.0-M8: before, such a client counts as one that left
        binder.adviseIfPresent(
                method("doStreamCancel", "java.lang.String", "org.apache.coyote.http2.Http2Error"),
                getClass().getName() + "$CancelAdvice");
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    /** The thread that writes gives up. Anything but a time-out is left to what sees the failure of the write. */
    public static final class CancelAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.FieldValue("coyoteResponse") Response response, @Advice.Argument(1) Object error) {
            SseStream stream = (SseStream) response.getNote(CoyoteResponseInstrumentation.STREAM_NOTE);
            if (stream != null && "ENHANCE_YOUR_CALM".equals(String.valueOf(error))) {
                stream.evidence(CloseReason.WRITE_FAILED);
            }
        }
    }
}
