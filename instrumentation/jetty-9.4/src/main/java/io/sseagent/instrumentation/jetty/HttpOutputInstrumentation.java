package io.sseagent.instrumentation.jetty;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpOutput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.UserIdentity;
import org.eclipse.jetty.util.SharedBlockingCallback;

/**
 * The output of every response, servlet or handler: what passes {@code channelWrite} is encoded and not yet compressed. The
 * stream is kept by its channel, which has no slot.
 */
final class HttpOutputInstrumentation extends TypeInstrumentation {
    static final String OPEN_ADVICE = HttpOutputInstrumentation.class.getName() + "$OpenAdvice";

    /** Set by Spring MVC before the handler runs ({@code HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE}). */
    static final String SPRING_PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    @Override
    public String typeName() {
        return "org.eclipse.jetty.server.HttpOutput";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // all added in 9.4.25; the one that blocks calls the other one
        binder.advise(
                method("channelWrite", "java.nio.ByteBuffer", "boolean", "org.eclipse.jetty.util.Callback"),
                OPEN_ADVICE);
        binder.advise(
                method("channelWrite", "java.nio.ByteBuffer", "boolean", "org.eclipse.jetty.util.Callback"),
                getClass().getName() + "$WriteAdvice");
        binder.advise(
                method("channelWrite", "java.nio.ByteBuffer", "boolean"),
                getClass().getName() + "$BlockingWriteAdvice");
        binder.advise(
                method("onWriteComplete", "boolean", "java.lang.Throwable"),
                getClass().getName() + "$FailureAdvice");
    }

    /**
     * The response is about to be committed, or its first bytes go into a compressor: the response's own type decides, whatever the
     * request asked for. An event stream that was committed before and is not known was open before the agent. For
     * {@code HttpOutput}, and for {@code HttpChannel}, where each response is committed, so that a refusal is told of once.
     */
    public static final class OpenAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Object self, @Advice.Argument(0) Object head)
                throws IllegalAccessException, InvocationTargetException, NoSuchMethodException {
            if (!SseStreams.isActive()) {
                return;
            }
            boolean body = self instanceof HttpOutput;
            if (!body && head != null) {
                // what Jetty makes without a response: 100 Continue, a bad request
                return;
            }
            HttpChannel channel = body ? ((HttpOutput) self).getHttpChannel() : (HttpChannel) self;
            Response response = channel.getResponse();
            String type = response.getContentType();
            if (type == null) {
                type = response.getHeader("Content-Type");
            }
            boolean stream = SseStreams.isEventStream(type) && response.getStatus() == 200;
            if (!stream && body) {
                return;
            }
            boolean committed = response.isCommitted();
            Request from = channel.getRequest();
            if (stream
                    ? SseStreams.of(channel) != null || (committed && !SseStreams.isUnknown(channel))
                    : committed || !SseStreams.asksForEventStream(from.getHeader("Accept"))) {
                return;
            }
            if (from.isHead()) {
                return;
            }
            StreamRequest request = new StreamRequest("jetty");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                request.header(i, from.getHeader(StreamRequest.headerName(i)));
            }
            if (committed) {
                request.pickedUp();
            } else if (from.getTimeStamp() > 0) {
                request.elapsedNanos((System.currentTimeMillis() - from.getTimeStamp()) * 1000000L);
            }
            String prefix = from.getAttribute("jakarta.servlet.error.request_uri") == null ? "javax" : "jakarta";
            Object path = from.getAttribute(prefix.concat(".servlet.error.request_uri"));
            Object failed = from.getAttribute(prefix.concat(".servlet.error.servlet_name"));
            if (path == null) {
                path = from.getRequestURI();
            }
            // the servlet, also after it has returned; an error page is not what was asked for
            UserIdentity.Scope servlet = from.getUserIdentityScope();
            if (servlet != null && (failed == null || failed.equals(servlet.getName()))) {
                // its class may be missing here, and the type of what it hands out is javax or jakarta
                Object registration =
                        servlet.getClass().getMethod("getRegistration").invoke(servlet);
                Object mappings =
                        registration.getClass().getMethod("getMappings").invoke(registration);
                request.route(from.getAttribute(SPRING_PATTERN))
                        .mapped(servlet.getContextPath(), path.toString(), (Collection<?>) mappings);
            }
            request.line(
                    from.getMethod(),
                    StreamRequest.pathOf(path == null ? null : path.toString()),
                    from.getProtocol(),
                    from.getRemoteAddr());
            if (stream) {
                request.socket(
                        channel.getEndPoint().getRemoteAddress(),
                        channel.getEndPoint().getLocalAddress());
                request.written(channel, "getResponse.getHttpOutput.getWritten");
                SseStreams.keep(channel, SseStreams.opened(request));
            } else {
                SseStreams.refused(request, response.getStatus());
            }
        }
    }

    /**
     * A write that does not block, or the last one: read before it, because the buffer may be another's when it returns. So is one
     * that a compressor takes, which empties the buffer.
     */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This HttpOutput output,
                @Advice.Argument(0) ByteBuffer bytes,
                @Advice.Argument(1) boolean last,
                @Advice.Argument(2) Object callback) {
            boolean readAfterwards = !last
                    && callback instanceof SharedBlockingCallback.Blocker
                    && output.getInterceptor() instanceof HttpChannel;
            if (!readAfterwards && SseStreams.isActive()) {
                SseStream stream = SseStreams.of(output.getHttpChannel());
                if (stream != null && bytes != null) {
                    stream.wrote(bytes, bytes.position(), bytes.limit(), 0);
                }
            }
        }
    }

    /** A write that blocks, of all but the last bytes: it ends with its flush. */
    public static final class BlockingWriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(
                @Advice.This HttpOutput output,
                @Advice.Argument(0) ByteBuffer bytes,
                @Advice.Local("from") int from,
                @Advice.Local("to") int to) {
            from = bytes.position();
            to = bytes.limit();
            return SseStreams.of(output.getHttpChannel()) == null || !SseStreams.isActive() ? 0 : System.nanoTime();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.This HttpOutput output,
                @Advice.Argument(0) ByteBuffer bytes,
                @Advice.Argument(1) boolean last,
                @Advice.Enter long startNanos,
                @Advice.Local("from") int from,
                @Advice.Local("to") int to,
                @Advice.Thrown Throwable failure) {
            SseStream stream = SseStreams.of(output.getHttpChannel());
            if (stream != null) {
                if (failure != null) {
                    stream.failed(failure, startNanos);
                } else if (!last && output.getInterceptor() instanceof HttpChannel) {
                    stream.wrote(bytes, from, to, startNanos);
                    stream.flushed();
                }
            }
        }
    }

    /** The end of a write whose thread did not wait for it. */
    public static final class FailureAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpOutput output, @Advice.Argument(1) Throwable failure) {
            SseStream stream = failure == null ? null : SseStreams.of(output.getHttpChannel());
            if (stream != null) {
                stream.failed(failure, 0);
            }
        }
    }
}
