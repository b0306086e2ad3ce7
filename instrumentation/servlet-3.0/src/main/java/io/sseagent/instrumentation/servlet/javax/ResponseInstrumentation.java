package io.sseagent.instrumentation.servlet.javax;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.ServletClassListener;
import io.sseagent.bootstrap.ServletResponses;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import net.bytebuddy.asm.Advice;

/** A container's response, where it hands out what a servlet writes to: by then its type is set, or a writer has the wrong charset. */
final class ResponseInstrumentation extends MetType {

    ResponseInstrumentation(String typeName) {
        super(typeName);
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.adviseIfPresent(method("getOutputStream"), getClass().getName() + "$HandOutAdvice");
        binder.adviseIfPresent(method("getWriter"), getClass().getName() + "$HandOutAdvice");
        binder.adviseIfPresent(method("flushBuffer"), getClass().getName() + "$FlushBufferAdvice");
    }

    /** Asked by a servlet for its way out. One that is pooled may have served a stream before. */
    public static final class HandOutAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This Object own, @Advice.Return Object output) {
            if (output == null || !SseStreams.isActive() || !(own instanceof HttpServletResponse)) {
                return;
            }
            HttpServletResponse response = (HttpServletResponse) own;
            SseStream stream = SseStreams.of(own);
            Object request = ServletResponses.requestOf(own);
            boolean opens = (stream != null || request instanceof HttpServletRequest)
                    && response.getStatus() == 200
                    && SseStreams.isEventStream(response.getContentType());
            if (!opens) {
                if (SseStreams.of(output) != null) {
                    SseStreams.forget(output);
                }
                return;
            }
            if (stream == null) {
                HttpServletRequest asked = (HttpServletRequest) request;
                if (asked.getMethod().equals("HEAD")) {
                    return;
                }
                StreamRequest facts = new StreamRequest("servlet-javax");
                for (int i = 0; i < StreamRequest.headerCount(); i++) {
                    facts.header(i, asked.getHeader(StreamRequest.headerName(i)));
                }
                facts.route(asked.getAttribute(HttpServletInstrumentation.SPRING_PATTERN))
                        .servlet(asked.getContextPath(), asked.getServletPath(), asked.getPathInfo(), null)
                        .elapsedNanos(SseStreams.elapsedNanos(own))
                        .line(asked.getMethod(), asked.getRequestURI(), asked.getProtocol(), asked.getRemoteAddr())
                        .socket(asked.getRemoteAddr(), asked.getRemotePort(), asked.getLocalPort());
                stream = ServletResponses.stream(facts);
                SseStreams.keep(own, stream);
            }
            if (SseStreams.of(output) != stream) {
                SseStreams.keep(output, stream);
            }
            ServletResponses.follows(
                    output,
                    output instanceof java.io.Writer ? ServletClassListener.WRITER : ServletClassListener.OUTPUT,
                    "javax.servlet");
        }
    }

    /** The headers go out, if they had not. */
    public static final class FlushBufferAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.This Object own, @Advice.Thrown Throwable failure) {
            SseStream stream = SseStreams.of(own);
            if (stream != null && (failure != null || SseStreams.isActive())) {
                if (failure != null) {
                    stream.failed(failure, 0);
                } else if (SseStreams.isEventStream(((HttpServletResponse) own).getContentType())) {
                    stream.flushed();
                }
            }
        }
    }
}
