package io.sseagent.instrumentation.jetty.core;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** The callback of a request: whatever handles it ends the response here, and nowhere else. */
final class ChannelCallbackInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.eclipse.jetty.server.internal.HttpChannelState$ChannelCallback";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("succeeded"), getClass().getName() + "$SuccessAdvice");
        binder.advise(method("failed", "java.lang.Throwable"), getClass().getName() + "$FailureAdvice");
    }

    /** A client that has everything may be gone before this returns: the evidence comes first. */
    public static final class SuccessAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("_request") Object request) {
            SseStream stream = SseStreams.of(request);
            if (stream != null) {
                stream.evidence(CloseReason.COMPLETE);
            }
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.FieldValue("_request") Object request) {
            // an empty stream is committed in between
            SseStream stream = SseStreams.of(request);
            if (stream != null) {
                stream.evidence(CloseReason.COMPLETE);
                stream.close();
            }
        }
    }

    /** The handler threw, or gives up. A failed write or connection that it passes on was reported before, and stands. */
    public static final class FailureAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("_request") Object request) {
            SseStream stream = SseStreams.of(request);
            if (stream != null) {
                stream.evidence(CloseReason.APP_ERROR);
                stream.close();
            }
        }
    }
}
