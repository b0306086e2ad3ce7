package io.sseagent.instrumentation.helidon;

import static io.sseagent.tooling.MethodPattern.method;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRequest;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import net.bytebuddy.asm.Advice;

/**
 * What the application's output stream ends in: behind buffering and compression, before chunks and frames. It holds the first bytes back
 * until more come or a flush, so the stream opens when the head is sent.
 */
final class OutputStreamInstrumentation extends TypeInstrumentation {
    static final String BUFFER = "io.helidon.common.buffers.BufferData";

    @Override
    public String typeName() {
        return "io.helidon.webserver.http1.Http1ServerResponse$BlockingOutputStream";
    }

    @Override
    public void bind(AdviceBinder binder) {
        String head = getClass().getName() + "$HeadAdvice";
        binder.advise(method("sendHeadersAndPrepare"), head);
        binder.advise(method("sendFirstChunkOnly"), head);
        // each write of a response with a length, of which the first has just sent the head
        binder.advise(method("checkContentLength", BUFFER), head);
        bindWrites(binder);
    }

    /** What both protocols have alike. */
    static void bindWrites(AdviceBinder binder) {
        String name = OutputStreamInstrumentation.class.getName();
        binder.advise(method("write", BUFFER), name + "$PickUpAdvice");
        binder.advise(method("write", "byte[]", "int", "int"), name + "$SliceAdvice");
        binder.advise(method("write", "byte[]"), name + "$ArrayAdvice");
        binder.advise(method("write", "int"), name + "$ByteAdvice");
        binder.advise(method("flush"), name + "$FlushAdvice");
        binder.advise(method("commit"), name + "$EndAdvice");
    }

    /** The head is sent now. The status is one, or what gives one. */
    public static final class HeadAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.FieldValue("request") HttpRequest from,
                @Advice.FieldValue("headers") Headers headers,
                @Advice.FieldValue("status") Object status,
                @Advice.FieldValue("firstBuffer") BufferData first)
                throws IllegalAccessException, InvocationTargetException {
            if (!SseStreams.isActive() || SseStreams.of(from) != null) {
                return;
            }
            int code = ((Status) (status instanceof Supplier ? ((Supplier<?>) status).get() : status)).code();
            boolean stream = code == 200
                    && headers.contains(HeaderNames.CONTENT_TYPE)
                    && SseStreams.isEventStream(
                            headers.get(HeaderNames.CONTENT_TYPE).get());
            boolean asked = stream
                    || (from.headers().contains(HeaderNames.ACCEPT)
                            && SseStreams.asksForEventStream(
                                    from.headers().get(HeaderNames.ACCEPT).get()));
            String method = from.prologue().method().text();
            if (!asked || method.equals("HEAD")) {
                return;
            }
            StreamRequest request = new StreamRequest("helidon");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                if (from.headers().contains(HeaderNames.create(StreamRequest.headerName(i)))) {
                    request.header(
                            i,
                            from.headers()
                                    .get(HeaderNames.create(StreamRequest.headerName(i)))
                                    .get());
                }
            }
            for (Method each : from.getClass().getMethods()) {
                if (each.getName().equals("matchingPattern") && each.getReturnType() == Optional.class) {
                    request.route(((Optional<?>) each.invoke(from)).orElse(null));
                }
            }
            request.elapsedNanos(SseStreams.elapsedNanos(from))
                    .encoded(headers.contains(HeaderNames.CONTENT_ENCODING))
                    .line(
                            method,
                            StreamRequest.pathOf(from.prologue().uriPath().rawPath()),
                            from.prologue().rawProtocol(),
                            from.remotePeer().host());
            if (!stream) {
                SseStreams.refused(request, code);
                SseStreams.ignore(from);
                return;
            }
            SseStream opened = SseStreams.opened(
                    request.socket(from.remotePeer().address(), from.localPeer().address()));
            SseStreams.keep(from, opened);
            if (opened != null && first != null) {
                byte[] held = new byte[first.available()];
                for (int i = 0; i < held.length; i++) {
                    held[i] = (byte) first.get(i);
                }
                opened.wrote(held, 0, held.length, 0);
            }
        }
    }

    /** A write whose head was sent before the agent was there. */
    public static final class PickUpAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.FieldValue("request") HttpRequest from,
                @Advice.FieldValue("headers") Headers headers,
                @Advice.FieldValue("status") Object status,
                @Advice.FieldValue("firstByte") boolean headIsNext) {
            if (headIsNext || !SseStreams.isActive() || !SseStreams.isUnknown(from)) {
                return;
            }
            int code = ((Status) (status instanceof Supplier ? ((Supplier<?>) status).get() : status)).code();
            if (code != 200
                    || from.prologue().method().text().equals("HEAD")
                    || !headers.contains(HeaderNames.CONTENT_TYPE)
                    || !SseStreams.isEventStream(
                            headers.get(HeaderNames.CONTENT_TYPE).get())) {
                SseStreams.ignore(from);
                return;
            }
            StreamRequest request = new StreamRequest("helidon").pickedUp();
            request.encoded(headers.contains(HeaderNames.CONTENT_ENCODING))
                    .line(
                            from.prologue().method().text(),
                            StreamRequest.pathOf(from.prologue().uriPath().rawPath()),
                            from.prologue().rawProtocol(),
                            from.remotePeer().host());
            SseStreams.keep(
                    from,
                    SseStreams.opened(request.socket(
                            from.remotePeer().address(), from.localPeer().address())));
        }
    }

    /**
     * Bytes of a stream that is open when they have been written: those that are held back are not. A connection that fails is unchecked
     * and the end, which of a stream from before an attachment nobody else would tell; a checked failure complains about the application.
     */
    public static final class SliceAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(@Advice.FieldValue("request") HttpRequest from) {
            return SseStreams.isActive() && SseStreams.of(from) != null ? System.nanoTime() : 0;
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.FieldValue("request") HttpRequest from,
                @Advice.Argument(0) byte[] bytes,
                @Advice.Argument(1) int offset,
                @Advice.Argument(2) int length,
                @Advice.Enter long startNanos,
                @Advice.Thrown Throwable failure) {
            SseStream stream = failure != null || SseStreams.isActive() ? SseStreams.of(from) : null;
            if (stream != null) {
                if (failure == null) {
                    stream.wrote(bytes, offset, offset + length, startNanos);
                } else if (failure instanceof RuntimeException) {
                    stream.failed(failure, startNanos);
                    stream.close();
                }
            }
        }
    }

    /** As {@link SliceAdvice}. */
    public static final class ArrayAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static long enter(@Advice.FieldValue("request") HttpRequest from) {
            return SseStreams.isActive() && SseStreams.of(from) != null ? System.nanoTime() : 0;
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.FieldValue("request") HttpRequest from,
                @Advice.Argument(0) byte[] bytes,
                @Advice.Enter long startNanos,
                @Advice.Thrown Throwable failure) {
            SseStream stream = failure != null || SseStreams.isActive() ? SseStreams.of(from) : null;
            if (stream != null) {
                if (failure == null) {
                    stream.wrote(bytes, 0, bytes.length, startNanos);
                } else if (failure instanceof RuntimeException) {
                    stream.failed(failure, startNanos);
                    stream.close();
                }
            }
        }
    }

    /** As {@link SliceAdvice}. */
    public static final class ByteAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(
                @Advice.FieldValue("request") HttpRequest from,
                @Advice.Argument(0) int value,
                @Advice.Thrown Throwable failure) {
            SseStream stream = failure != null || SseStreams.isActive() ? SseStreams.of(from) : null;
            if (stream != null) {
                if (failure == null) {
                    stream.wrote(value, 0);
                } else if (failure instanceof RuntimeException) {
                    stream.failed(failure, 0);
                    stream.close();
                }
            }
        }
    }

    /** A flush may be what sends the head, and the first bytes with it. */
    public static final class FlushAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.FieldValue("request") HttpRequest from, @Advice.Thrown Throwable failure) {
            SseStream stream = failure != null || SseStreams.isActive() ? SseStreams.of(from) : null;
            if (stream != null) {
                if (failure == null) {
                    stream.flushed();
                } else if (failure instanceof RuntimeException) {
                    stream.failed(failure, 0);
                    stream.close();
                }
            }
        }
    }

    /** The handler has returned, and what was left is sent. May come more than once. */
    public static final class EndAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.FieldValue("request") HttpRequest from, @Advice.Thrown Throwable failure) {
            SseStream stream = SseStreams.of(from);
            if (stream != null) {
                if (failure == null) {
                    stream.evidence(CloseReason.COMPLETE);
                } else {
                    stream.failed(failure, 0);
                }
                stream.close();
            }
        }
    }
}
