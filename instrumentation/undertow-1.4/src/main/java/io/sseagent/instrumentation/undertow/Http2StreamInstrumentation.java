package io.sseagent.instrumentation.undertow;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** The sending side of a stream of HTTP/2 that the client has reset, or whose connection is gone. */
final class Http2StreamInstrumentation extends TypeInstrumentation {
    private final String typeName;
    private final String methodName;

    private Http2StreamInstrumentation(String typeName, String methodName) {
        this.typeName = "io.undertow.protocols.http2." + typeName;
        this.methodName = methodName;
    }

    /** When the frame arrives, and since 2.1 when the response is written to next. */
    static List<TypeInstrumentation> all() {
        return Arrays.<TypeInstrumentation>asList(
                new Http2StreamInstrumentation("Http2StreamSinkChannel", "rstStream"),
                new Http2StreamInstrumentation("Http2DataStreamSinkChannel", "handleFailedChannel"));
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.adviseIfPresent(method(methodName), getClass().getName() + "$ResetAdvice");
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    /** What follows may end the exchange. */
    public static final class ResetAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static boolean enter() {
            return SseStreams.causeBegins(CloseReason.CLIENT_CLOSED);
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter boolean begun) {
            if (begun) {
                SseStreams.causeEnds(CloseReason.CLIENT_CLOSED);
            }
        }
    }
}
