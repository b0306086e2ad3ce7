package io.sseagent.instrumentation.tomcat;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.io.IOException;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;

/**
 * {@code org.apache.coyote.Response}: the final class that every response byte passes, after charset encoding and before
 * compression and chunking. Responses are pooled; the stream lives in one of their 32 notes, which Tomcat never clears.
 */
final class CoyoteResponseInstrumentation extends TypeInstrumentation {
    /** Tomcat itself uses note 1; this one is ours. A constant, so that advice holds the number and not this class. */
    static final int STREAM_NOTE = 29;

    /** Note of a coyote request that holds the servlet request ({@code CoyoteAdapter.ADAPTER_NOTES}). */
    static final int SERVLET_REQUEST_NOTE = 1;

    /** Set by Spring MVC before the handler runs ({@code HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE}). */
    static final String SPRING_PATTERN = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    @Override
    public String typeName() {
        return "org.apache.coyote.Response";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(method("setCommitted", "boolean"), getClass().getName() + "$CommitAdvice");
        // doWrite(ByteBuffer) was added in 8.5, doWrite(ByteChunk) was removed in 9.0
        binder.adviseOneOf(
                "doWrite", method("doWrite", "java.nio.ByteBuffer"), getClass().getName() + "$WriteAdvice");
        binder.adviseOneOf(
                "doWrite",
                method("doWrite", "org.apache.tomcat.util.buf.ByteChunk"),
                getClass().getName() + "$WriteChunkAdvice");
        binder.advise(
                method("action", "org.apache.coyote.ActionCode", "java.lang.Object"),
                getClass().getName() + "$ActionAdvice");
        binder.advise(
                method("setErrorException", "java.lang.Exception"), getClass().getName() + "$ErrorAdvice");
        binder.advise(method("recycle"), getClass().getName() + "$RecycleAdvice");
    }

    /**
     * The headers are about to be sent: the response's own type decides, whatever the request asked for. A response that is
     * committed already was open before the agent was there, see {@link WriteAdvice}.
     */
    public static final class CommitAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This Response response,
                @Advice.Argument(0) boolean committed,
                @Advice.FieldValue("contentType") String contentType) {
            if (!committed || response.getNote(STREAM_NOTE) != null || !SseStreams.isActive()) {
                return;
            }
            boolean stream = response.getStatus() == 200 && SseStreams.isEventStream(contentType);
            boolean again = response.isCommitted();
            if (response.getRequest() == null || (again && !stream)) {
                return;
            }
            if (!stream) {
                MessageBytes accept = response.getRequest().getMimeHeaders().getValue("accept");
                if (accept == null || !accept.startsWithIgnoreCase("text/event-stream", 0)) {
                    return;
                }
            }
            org.apache.coyote.Request coyote = response.getRequest();
            if (coyote.method().equals("HEAD")) {
                return;
            }
            StreamRequest request = new StreamRequest("tomcat");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                request.header(i, coyote.getHeader(StreamRequest.headerName(i)));
            }
            if (again) {
                request.pickedUp();
            } else if (coyote.getStartTime() > 0) {
                request.elapsedNanos((System.currentTimeMillis() - coyote.getStartTime()) * 1000000L);
            }
            String address = null;
            Request servlet = (Request) coyote.getNote(SERVLET_REQUEST_NOTE);
            if (servlet != null) {
                address = servlet.getRemoteAddr();
                // an error page is not what was asked for
                if (servlet.getWrapper() != null
                        && servlet.getAttribute("javax.servlet.error.request_uri") == null
                        && servlet.getAttribute("jakarta.servlet.error.request_uri") == null) {
                    request.route(servlet.getAttribute(SPRING_PATTERN))
                            .servlet(
                                    servlet.getContext().getPath(),
                                    servlet.getServletPath(),
                                    servlet.getPathInfo(),
                                    servlet.getWrapper().findMappings());
                }
            }
            request.line(
                    coyote.method().toString(),
                    coyote.requestURI().toString(),
                    coyote.protocol().toString(),
                    address);
            if (stream) {
                if (servlet != null) {
                    request.written(servlet, "getResponse.getContentWritten");
                }
                // the connector's own answers, which no valve replaces
                coyote.action(ActionCode.REQ_HOST_ADDR_ATTRIBUTE, coyote);
                coyote.action(ActionCode.REQ_REMOTEPORT_ATTRIBUTE, coyote);
                coyote.action(ActionCode.REQ_LOCALPORT_ATTRIBUTE, coyote);
                request.socket(coyote.remoteAddr().toString(), coyote.getRemotePort(), coyote.getLocalPort());
                // an application that writes from two threads at once may commit twice at once
                synchronized (response) {
                    if (response.getNote(STREAM_NOTE) == null) {
                        response.setNote(STREAM_NOTE, SseStreams.opened(request));
                    }
                }
            } else {
                SseStreams.refused(request, response.getStatus());
            }
        }
    }

    /**
     * Bytes of Tomcat 8.5 and later, read when the server has taken its copy. A committed event stream without a note was open
     * before the agent: committing it once more changes nothing in it and leads it through {@link CommitAdvice}.
     */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(
                @Advice.This Response response,
                @Advice.Argument(0) ByteBuffer bytes,
                @Advice.Local("from") int from,
                @Advice.Local("to") int to,
                @Advice.Local("active") boolean active) {
            from = bytes.position();
            to = bytes.limit();
            active = SseStreams.isActive();
            return !active || response.getNote(STREAM_NOTE) == null ? 0 : System.nanoTime();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.This Response response,
                @Advice.Argument(0) ByteBuffer bytes,
                @Advice.Enter long startNanos,
                @Advice.Local("from") int from,
                @Advice.Local("to") int to,
                @Advice.Local("active") boolean active,
                @Advice.FieldValue("contentType") String contentType,
                @Advice.Thrown Throwable failure) {
            if (!active && failure == null) {
                return;
            }
            if (response.getNote(STREAM_NOTE) == null
                    && response.isCommitted()
                    && SseStreams.isEventStream(contentType)) {
                response.setCommitted(true);
            }
            SseStream stream = (SseStream) response.getNote(STREAM_NOTE);
            if (stream != null) {
                if (failure == null) {
                    stream.wrote(bytes, from, to, startNanos);
                } else {
                    stream.failed(failure, startNanos);
                }
            }
        }
    }

    /** Bytes of Tomcat 7 to 8.5. */
    public static final class WriteChunkAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(
                @Advice.This Response response,
                @Advice.Argument(0) ByteChunk bytes,
                @Advice.Local("from") int from,
                @Advice.Local("to") int to,
                @Advice.Local("active") boolean active) {
            from = bytes.getStart();
            to = bytes.getEnd();
            active = SseStreams.isActive();
            return !active || response.getNote(STREAM_NOTE) == null ? 0 : System.nanoTime();
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.This Response response,
                @Advice.Argument(0) ByteChunk bytes,
                @Advice.Enter long startNanos,
                @Advice.Local("from") int from,
                @Advice.Local("to") int to,
                @Advice.Local("active") boolean active,
                @Advice.FieldValue("contentType") String contentType,
                @Advice.Thrown Throwable failure) {
            if (!active && failure == null) {
                return;
            }
            if (response.getNote(STREAM_NOTE) == null
                    && response.isCommitted()
                    && SseStreams.isEventStream(contentType)) {
                response.setCommitted(true);
            }
            SseStream stream = (SseStream) response.getNote(STREAM_NOTE);
            if (stream != null) {
                if (failure == null) {
                    stream.wrote(bytes.getBuffer(), from, to, startNanos);
                } else {
                    stream.failed(failure, startNanos);
                }
            }
        }
    }

    /**
     * Flush and end. By name, because the constants differ between versions. A connection is closed at once for an exception of the
     * application, or for one of the write that is under way, which {@link WriteAdvice} tells apart.
     */
    public static final class ActionAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.This Response response,
                @Advice.Argument(0) ActionCode code,
                @Advice.Argument(1) Object argument) {
            SseStream stream = (SseStream) response.getNote(STREAM_NOTE);
            if (stream != null) {
                String name = code.name();
                if ("CLIENT_FLUSH".equals(name)) {
                    stream.flushed();
                } else if ("CLOSE".equals(name)) {
                    stream.evidence(CloseReason.COMPLETE);
                } else if ("CLOSE_NOW".equals(name)
                        && argument instanceof Throwable
                        && !(argument instanceof IOException)) {
                    stream.evidence(CloseReason.APP_ERROR);
                }
            }
        }
    }

    /** A flush that failed is reported here and not thrown. */
    public static final class ErrorAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Response response, @Advice.Argument(0) Exception failure) {
            SseStream stream = (SseStream) response.getNote(STREAM_NOTE);
            if (stream != null && failure != null) {
                stream.failed(failure, 0);
            }
        }
    }

    /** The server lets go of the response, which may serve another request next. */
    public static final class RecycleAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This Response response) {
            SseStream stream = (SseStream) response.getNote(STREAM_NOTE);
            if (stream != null) {
                response.setNote(STREAM_NOTE, null);
                stream.close();
            }
        }
    }
}
