package io.sseagent.instrumentation.grizzly;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServletMappings;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import net.bytebuddy.asm.Advice;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.io.OutputBuffer;
import org.glassfish.grizzly.memory.BufferArray;

/**
 * What bytes and characters of a response go through, before compression and chunking. Pooled, and so is all that it knows:
 * it is the key of its stream from the commit to its recycling. Uses nothing of grizzly-http-server, which OSGi would hide.
 */
final class OutputBufferInstrumentation extends TypeInstrumentation {
    /** Grizzly's own words: from 2.3.35 on at the latest the exception has nothing else that tells it from a broken connection. */
    static final String WRITE_TIMED_OUT = "Write timeout exceeded when trying to flush the data";

    /** From a connection to the bytes in its queue. */
    static final String PENDING_BYTES = "getAsyncWriteQueue.spaceInBytes";

    @Override
    public String typeName() {
        return "org.glassfish.grizzly.http.io.OutputBuffer";
    }

    @Override
    public void bind(AdviceBinder binder) {
        String http = "org.glassfish.grizzly.http.HttpHeader";
        String context = "org.glassfish.grizzly.filterchain.FilterChainContext";
        binder.advise(method("initialize", http, "boolean", context), getClass().getName() + "$StartAdvice");
        binder.advise(method("doCommit"), getClass().getName() + "$CommitAdvice");
        binder.advise(
                method(
                        "flushBuffer",
                        "org.glassfish.grizzly.Buffer",
                        "boolean",
                        "org.glassfish.grizzly.asyncqueue.MessageCloner"),
                getClass().getName() + "$WriteAdvice");
        binder.advise(method("flush"), getClass().getName() + "$FlushAdvice");
        binder.advise(method("blockAfterWriteIfNeeded"), getClass().getName() + "$BlockedAdvice");
        String failure = getClass().getName() + "$FailureAdvice";
        binder.advise(method("write", "byte[]", "int", "int"), failure);
        binder.advise(method("write", "char[]", "int", "int"), failure);
        binder.advise(method("write", "java.lang.String", "int", "int"), failure);
        binder.advise(method("writeByte", "int"), failure);
        binder.advise(method("writeChar", "int"), failure);
        binder.advise(method("writeBuffer", "org.glassfish.grizzly.Buffer"), failure);
        binder.advise(method("close"), failure);
        binder.advise(method("endRequest"), getClass().getName() + "$EndAdvice");
        binder.advise(method("recycle"), getClass().getName() + "$RecycleAdvice");
    }

    /** A request has been read; its handler comes next. */
    public static final class StartAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(@Advice.This OutputBuffer buffer) {
            SseStreams.requestStarted(buffer);
        }
    }

    /**
     * The headers are fixed. Called before every flush, of which the first commits; in one that does not, a stream that was open
     * before the agent is found.
     */
    public static final class CommitAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.This OutputBuffer buffer,
                @Advice.FieldValue("outputHeader") HttpHeader header,
                @Advice.Return boolean first) {
            if (!SseStreams.isActive()
                    || !(header instanceof HttpResponsePacket)
                    || !(first || SseStreams.isUnknown(buffer))) {
                return;
            }
            HttpResponsePacket response = (HttpResponsePacket) header;
            HttpRequestPacket asked = response.getRequest();
            boolean stream = response.getStatus() == 200 && SseStreams.isEventStream(response.getContentType());
            if (!first && !stream) {
                SseStreams.ignore(buffer);
                return;
            }
            if (asked == null
                    || asked.isHeadRequest()
                    || !(stream || SseStreams.asksForEventStream(asked.getHeader("Accept")))) {
                return;
            }
            StreamRequest request = new StreamRequest("grizzly");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                request.header(i, asked.getHeader(StreamRequest.headerName(i)));
            }
            if (first) {
                request.elapsedNanos(SseStreams.elapsedNanos(buffer));
            } else {
                request.pickedUp();
            }
            request.line(
                    asked.getMethod().getMethodString(),
                    StreamRequest.pathOf(asked.getRequestURI()),
                    asked.getProtocolString(),
                    asked.getRemoteAddress());
            ServletMappings.describe(buffer, request);
            if (stream) {
                request.socket(asked.getRemoteAddress(), asked.getRemotePort(), asked.getLocalPort())
                        .backlog(asked.getConnection(), PENDING_BYTES);
                SseStreams.keep(buffer, SseStreams.opened(request));
            } else {
                SseStreams.refused(request, response.getStatus());
            }
        }
    }

    /** Read before they are handed over, which lets go of them. An array of parts comes from a cache of the thread. */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This OutputBuffer buffer, @Advice.Argument(0) Buffer bytes) {
            SseStream stream = bytes != null && SseStreams.isActive() ? SseStreams.of(buffer) : null;
            if (stream == null) {
                return;
            }
            long startNanos = System.nanoTime();
            if (!bytes.isComposite() && bytes.hasArray()) {
                int offset = bytes.arrayOffset();
                stream.wrote(bytes.array(), offset + bytes.position(), offset + bytes.limit(), startNanos);
                return;
            }
            BufferArray parts = bytes.toBufferArray();
            Object[] array = parts.getArray();
            for (int i = 0; i < parts.size(); i++) {
                Buffer part = (Buffer) array[i];
                if (part.hasArray()) {
                    int offset = part.arrayOffset();
                    stream.wrote(part.array(), offset + part.position(), offset + part.limit(), startNanos);
                } else {
                    ByteBuffer direct = part.toByteBuffer();
                    stream.wrote(direct, direct.position(), direct.limit(), startNanos);
                }
            }
            parts.restore();
            parts.recycle();
        }
    }

    /** What was written is on its way, or waits in the queue of the connection for a client that is slow. */
    public static final class FlushAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.This OutputBuffer buffer, @Advice.Thrown Throwable failure) {
            SseStream stream = failure != null || SseStreams.isActive() ? SseStreams.of(buffer) : null;
            if (stream != null) {
                if (failure == null) {
                    stream.flushed();
                } else {
                    stream.failed(failure, 0);
                }
            }
        }
    }

    /** The thread waited until the queue had room again. */
    public static final class BlockedAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.This OutputBuffer buffer, @Advice.Thrown Throwable failure) {
            SseStream stream = failure == null ? null : SseStreams.of(buffer);
            if (stream != null) {
                Throwable cause = failure.getCause();
                if (cause instanceof TimeoutException
                        || cause instanceof InterruptedException
                        || WRITE_TIMED_OUT.equals(failure.getMessage())) {
                    stream.evidence(CloseReason.WRITE_FAILED);
                }
            }
        }
    }

    /** Where it shows that a write has failed, often an earlier one. */
    public static final class FailureAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.This OutputBuffer buffer, @Advice.Thrown Throwable failure) {
            SseStream stream = failure == null ? null : SseStreams.of(buffer);
            if (stream != null) {
                stream.failed(failure, 0);
            }
        }
    }

    /** The response has ended, what was left over included; a failure of that is swallowed but was seen by {@link FailureAdvice}. */
    public static final class EndAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.This OutputBuffer buffer) {
            SseStream stream = SseStreams.of(buffer);
            if (stream != null) {
                stream.evidence(CloseReason.COMPLETE);
                stream.close();
            }
        }
    }

    /** It may serve another request next. */
    public static final class RecycleAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This OutputBuffer buffer) {
            SseStream stream = SseStreams.of(buffer);
            if (stream != null) {
                SseStreams.forget(buffer);
                stream.close();
            }
        }
    }
}
