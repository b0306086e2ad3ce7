package io.sseagent.instrumentation.openliberty;

import static io.sseagent.tooling.MethodPattern.method;

import com.ibm.ws.http.channel.internal.HttpServiceContextImpl;
import com.ibm.ws.http.channel.internal.inbound.HttpInboundLink;
import com.ibm.ws.http.channel.internal.inbound.HttpInboundServiceContextImpl;
import com.ibm.wsspi.bytebuffer.WsByteBuffer;
import com.ibm.wsspi.http.channel.HttpRequestMessage;
import com.ibm.wsspi.http.channel.HttpResponseMessage;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServletMappings;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/**
 * A message as it is sent, of a server or of a client: what bytes of a body pass before compression and chunking. The one of a server
 * serves one request of a connection after another and is the key of its stream, as is what servlet containers know instead.
 */
final class ServiceContextInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "com.ibm.ws.http.channel.internal.HttpServiceContextImpl";
    }

    @Override
    public void bind(AdviceBinder binder) {
        String buffers = "com.ibm.wsspi.bytebuffer.WsByteBuffer[]";
        String message = "com.ibm.ws.http.channel.internal.HttpBaseMessageImpl";
        String callback = "com.ibm.wsspi.tcpchannel.TCPWriteCompletedCallback";
        String open = getClass().getName() + "$OpenAdvice";
        binder.advise(method("sendHeaders", message), open);
        binder.advise(method("sendHeaders", message, callback), open);
        binder.advise(method("prepareOutgoing", buffers, message), open);
        binder.advise(method("prepareOutgoing", buffers, message), getClass().getName() + "$WriteAdvice");
        binder.advise(method("synchWrite"), getClass().getName() + "$FlushAdvice");
        binder.advise(method("sendFullOutgoing", buffers, message), getClass().getName() + "$EndAdvice");
        binder.advise(
                method("sendFullOutgoing", buffers, message, callback),
                getClass().getName() + "$EndAdvice");
    }

    /**
     * The response is about to be committed: its own type decides, whatever the request asked for. One that was committed before and is not
     * known was open before the agent.
     */
    public static final class OpenAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This HttpServiceContextImpl context) {
            if (!SseStreams.isActive() || !(context instanceof HttpInboundServiceContextImpl)) {
                return;
            }
            boolean committed = context.headersSent();
            if (committed && !SseStreams.isUnknown(context)) {
                return;
            }
            HttpInboundServiceContextImpl exchange = (HttpInboundServiceContextImpl) context;
            HttpResponseMessage response = exchange.getResponse();
            HttpRequestMessage asked = exchange.getRequest();
            int status = response.getStatusCodeAsInt();
            boolean stream = status == 200
                    && SseStreams.isEventStream(
                            response.getHeader("Content-Type").asString());
            if (committed && !stream) {
                SseStreams.ignore(context);
                return;
            }
            if (!stream
                            && !SseStreams.asksForEventStream(
                                    asked.getHeader("Accept").asString())
                    || asked.getMethod().equals("HEAD")) {
                return;
            }
            StreamRequest request = new StreamRequest("openliberty");
            for (int i = 0; i < StreamRequest.headerCount(); i++) {
                request.header(i, asked.getHeader(StreamRequest.headerName(i)).asString());
            }
            if (committed) {
                request.pickedUp();
            } else {
                request.elapsedNanos(SseStreams.elapsedNanos(context));
            }
            InetAddress peer = exchange.getRemoteAddr();
            request.line(
                    asked.getMethod(),
                    StreamRequest.pathOf(asked.getRequestURI()),
                    asked.getVersion(),
                    peer == null ? null : peer.getHostAddress());
            HttpInboundLink link = exchange.getLink();
            Object connection = link == null ? null : link.getApplicationCallback();
            ServletMappings.describe(connection, request);
            if (stream) {
                request.socket(peer, context.getRemotePort(), context.getLocalPort());
                SseStream opened = SseStreams.opened(request);
                SseStreams.keep(context, opened);
                if (connection != null) {
                    SseStreams.keep(connection, opened);
                }
            } else {
                SseStreams.refused(request, status);
            }
        }
    }

    /** Read before they are handed over, which consumes them; after {@link OpenAdvice}. */
    public static final class WriteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This HttpServiceContextImpl context, @Advice.Argument(0) WsByteBuffer[] buffers) {
            SseStream stream = buffers != null && SseStreams.isActive() ? SseStreams.of(context) : null;
            if (stream == null) {
                return;
            }
            long startNanos = System.nanoTime();
            for (int i = 0; i < buffers.length && buffers[i] != null; i++) {
                if (buffers[i].hasArray()) {
                    int offset = buffers[i].arrayOffset();
                    stream.wrote(
                            buffers[i].array(),
                            offset + buffers[i].position(),
                            offset + buffers[i].limit(),
                            startNanos);
                } else {
                    ByteBuffer direct = buffers[i].getWrappedByteBufferNonSafe();
                    stream.wrote(direct, direct.position(), direct.limit(), startNanos);
                }
            }
        }
    }

    /** What was prepared has gone to the socket, or has not. */
    public static final class FlushAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.This HttpServiceContextImpl context, @Advice.Thrown Throwable failure) {
            SseStream stream = failure != null || SseStreams.isActive() ? SseStreams.of(context) : null;
            if (stream != null) {
                if (failure == null) {
                    stream.flushed();
                } else {
                    stream.failed(failure, 0);
                }
            }
        }
    }

    /** The response has been written to its end; a failure of that was seen by {@link FlushAdvice}. */
    public static final class EndAdvice {
        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.This HttpServiceContextImpl context) {
            SseStream stream = SseStreams.of(context);
            if (stream != null) {
                stream.evidence(CloseReason.COMPLETE);
                stream.close();
            }
        }
    }
}
