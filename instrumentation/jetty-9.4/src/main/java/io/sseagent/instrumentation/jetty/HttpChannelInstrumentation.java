package io.sseagent.instrumentation.jetty;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.IgnoredStream;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;

/** One request and its response. Channels are pooled: one serves a connection's requests of HTTP/1, or any of HTTP/2. */
final class HttpChannelInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "org.eclipse.jetty.server.HttpChannel";
    }

    /** In Jetty 12 an interface has this name. */
    @Override
    public String companionName() {
        return "org.eclipse.jetty.server.HttpOutput";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // where a response without a body, or one that Jetty makes itself, is committed
        binder.advise(
                method(
                        "sendResponse",
                        "org.eclipse.jetty.http.MetaData$Response",
                        "java.nio.ByteBuffer",
                        "boolean",
                        "org.eclipse.jetty.util.Callback"),
                HttpOutputInstrumentation.OPEN_ADVICE);
        binder.advise(
                method("handleException", "java.lang.Throwable"), getClass().getName() + "$ExceptionAdvice");
        binder.advise(method("onCompleted"), getClass().getName() + "$CompleteAdvice");
        binder.advise(method("recycle"), getClass().getName() + "$RecycleAdvice");
    }

    /**
     * The application threw. A failed write that it passed on was reported before, and stands. What is committed is cut off here, and
     * that is the end: Jetty 9.4.25 may wait for ever for a last write whose connection was closed in the middle of it.
     */
    public static final class ExceptionAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpChannel channel) {
            SseStream stream = SseStreams.of(channel);
            if (stream != null) {
                stream.evidence(CloseReason.APP_ERROR);
            }
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.This HttpChannel channel) {
            SseStream stream = SseStreams.of(channel);
            if (stream != null && channel.isCommitted()) {
                stream.close();
                // what Jetty still writes is no event of the application
                SseStreams.forget(channel);
                SseStreams.keep(channel, IgnoredStream.INSTANCE);
            }
        }
    }

    /** The response has been written to its end, or given up for a reason that is known by now. */
    public static final class CompleteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpChannel channel) {
            SseStream stream = SseStreams.of(channel);
            if (stream != null) {
                stream.evidence(CloseReason.COMPLETE);
                stream.close();
            }
        }
    }

    /** The channel may serve another request next. */
    public static final class RecycleAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpChannel channel) {
            SseStream stream = SseStreams.of(channel);
            if (stream != null) {
                stream.close();
                SseStreams.forget(channel);
            }
        }
    }
}
