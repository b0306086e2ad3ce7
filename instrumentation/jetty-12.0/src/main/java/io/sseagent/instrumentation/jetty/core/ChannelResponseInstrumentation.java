package io.sseagent.instrumentation.jetty.core;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpChannelState;

/**
 * The core's response, which every byte passes last before the protocol, behind a GzipHandler. The stream is kept by its request,
 * which is new each time and has no slot.
 */
final class ChannelResponseInstrumentation extends TypeInstrumentation {
    /** Set by Spring MVC before the handler runs ({@code HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE}). */
    static final String SPRING_PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    @Override
    public String typeName() {
        return "org.eclipse.jetty.server.internal.HttpChannelState$ChannelResponse";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("lockedPrepareResponse", "org.eclipse.jetty.server.internal.HttpChannelState", "boolean"),
                getClass().getName() + "$CommitAdvice");
        binder.advise(
                method("write", "boolean", "java.nio.ByteBuffer", "org.eclipse.jetty.util.Callback"),
                getClass().getName() + "$WriteAdvice");
        binder.advise(method("failed", "java.lang.Throwable"), getClass().getName() + "$FailureAdvice");
        binder.advise(
                method("lockedFailWrite", "java.lang.Throwable"), getClass().getName() + "$FailureAdvice");
    }

    /** The head is made: the response's own type decides, whatever the request asked for. Status 0 means 200 here. */
    public static final class CommitAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpChannelState.ChannelResponse response)
                throws IllegalAccessException, InvocationTargetException, NoSuchMethodException {
            if (!SseStreams.isActive()) {
                return;
            }
            Request from = response.getRequest();
            int status = response.getStatus() == 0 ? 200 : response.getStatus();
            boolean stream = status == 200
                    && SseStreams.isEventStream(response.getHeaders().get("Content-Type"));
            if ((!stream && !SseStreams.asksForEventStream(from.getHeaders().get("Accept")))
                    || "HEAD".equals(from.getMethod())) {
                return;
            }
            StreamRequest request = new StreamRequest("jetty");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                request.header(i, from.getHeaders().get(StreamRequest.headerName(i)));
            }
            // what an environment leaves with the connection, unless it belongs to an earlier request
            Object channel =
                    from.getComponents().getCache().getAttribute("org.eclipse.jetty.ee10.servlet.ServletChannel");
            if (channel == null) {
                channel = from.getComponents().getCache().getAttribute("org.eclipse.jetty.ee11.servlet.ServletChannel");
            }
            Request servlet = channel == null
                    ? null
                    : (Request) channel.getClass()
                            .getMethod("getServletContextRequest")
                            .invoke(channel);
            String path = from.getHttpURI().getPath();
            if (servlet != null && Request.unWrap(servlet) == from) {
                MatchedResource<?> matched = (MatchedResource<?>)
                        servlet.getClass().getMethod("getMatchedResource").invoke(servlet);
                request.route(servlet.getAttribute(SPRING_PATTERN))
                        .mapped(
                                servlet.getContext().getContextPath(),
                                path,
                                Collections.singleton(matched.getPathSpec().getDeclaration()));
            }
            // ee8 and ee9 leave a whole channel of Jetty 11 there
            Object nested = from.getComponents().getCache().getAttribute("org.eclipse.jetty.ee9.nested.HttpChannel");
            if (nested == null) {
                nested = from.getComponents().getCache().getAttribute("org.eclipse.jetty.ee8.nested.HttpChannel");
            }
            Request core = nested == null
                    ? null
                    : (Request) nested.getClass().getMethod("getCoreRequest").invoke(nested);
            if (core != null && Request.unWrap(core) == from) {
                Object asked = nested.getClass().getMethod("getRequest").invoke(nested);
                // the servlet, also after it has returned
                Object holder =
                        asked.getClass().getMethod("getUserIdentityScope").invoke(asked);
                if (holder != null) {
                    Object registration =
                            holder.getClass().getMethod("getRegistration").invoke(holder);
                    request.route(core.getAttribute(SPRING_PATTERN))
                            .mapped(core.getContext().getContextPath(), path, (Collection<?>) registration
                                    .getClass()
                                    .getMethod("getMappings")
                                    .invoke(registration));
                }
            }
            request.elapsedNanos(System.nanoTime() - from.getHeadersNanoTime())
                    .encoded(response.getHeaders().get("Content-Encoding") != null)
                    .line(
                            from.getMethod(),
                            StreamRequest.pathOf(path),
                            from.getConnectionMetaData().getProtocol(),
                            Request.getRemoteAddr(from));
            if (stream) {
                // what a compressor makes of it is no measure
                if (servlet != null
                        && Request.unWrap(servlet) == from
                        && response.getHeaders().get("Content-Encoding") == null) {
                    request.written(servlet, "getHttpOutput.getWritten");
                }
                request.socket(
                        from.getConnectionMetaData().getRemoteSocketAddress(),
                        from.getConnectionMetaData().getLocalSocketAddress());
                SseStreams.keep(from, SseStreams.opened(request));
            } else {
                SseStreams.refused(request, status);
            }
        }
    }

    /**
     * Bytes are read before the write, because the buffer may be another's when it returns; those that commit the response are
     * copied, once in a stream's life. An event stream that was committed before and is not known was open before the agent.
     */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static ByteBuffer enter(
                @Advice.This HttpChannelState.ChannelResponse response, @Advice.Argument(1) ByteBuffer bytes) {
            if (bytes == null || !bytes.hasRemaining() || !SseStreams.isActive()) {
                return null;
            }
            if (!SseStreams.isEventStream(response.getHeaders().get("Content-Type"))) {
                return null;
            }
            Request from = response.getRequest();
            SseStream stream = SseStreams.of(from);
            if (stream == null && !response.isCommitted()) {
                ByteBuffer copy = ByteBuffer.allocate(bytes.remaining());
                copy.put(bytes.duplicate());
                return copy;
            }
            if (stream == null
                    && response.getStatus() == 200
                    && !"HEAD".equals(from.getMethod())
                    && SseStreams.isUnknown(from)) {
                StreamRequest request = new StreamRequest("jetty").pickedUp();
                request.encoded(response.getHeaders().get("Content-Encoding") != null)
                        .line(
                                from.getMethod(),
                                StreamRequest.pathOf(from.getHttpURI().getPath()),
                                from.getConnectionMetaData().getProtocol(),
                                Request.getRemoteAddr(from))
                        .socket(
                                from.getConnectionMetaData().getRemoteSocketAddress(),
                                from.getConnectionMetaData().getLocalSocketAddress());
                SseStreams.keep(from, SseStreams.opened(request));
                stream = SseStreams.of(from);
            }
            if (stream != null) {
                stream.wrote(bytes, bytes.position(), bytes.limit(), 0);
            }
            return null;
        }

        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This HttpChannelState.ChannelResponse response, @Advice.Enter ByteBuffer copy) {
            SseStream stream = copy == null ? null : SseStreams.of(response.getRequest());
            if (stream != null) {
                stream.wrote(copy, 0, copy.position(), 0);
            }
        }
    }

    /** A write has failed, or is given up because nobody takes it. */
    public static final class FailureAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This HttpChannelState.ChannelResponse response,
                @Advice.FieldValue("_writeCallback") Object callback,
                @Advice.Argument(0) Throwable failure) {
            SseStream stream = callback == null ? null : SseStreams.of(response.getRequest());
            if (stream != null) {
                stream.failed(failure, 0);
            }
        }
    }
}
