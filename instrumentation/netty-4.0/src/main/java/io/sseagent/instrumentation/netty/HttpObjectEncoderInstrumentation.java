package io.sseagent.instrumentation.netty;

import static io.sseagent.tooling.MethodPattern.method;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectEncoder;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.CopyBuffers;
import io.sseagent.bootstrap.IgnoredStream;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.bootstrap.SseStream;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.bootstrap.StreamRequest;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import net.bytebuddy.asm.Advice;

/**
 * What every HTTP/1 response passes, below whatever an application has put into its pipeline and before chunking. A message may
 * be the beginning, a part and the end of a response at once. Bytes are read when a message arrives: encoding releases it.
 */
final class HttpObjectEncoderInstrumentation extends TypeInstrumentation {
    /** The encoder's {@code state} between a head and the end of its body: that has a length or ends with the connection, */
    private static final int BODY = 1;
    /** or is sent in chunks. The numbers are those of 4.0.0 to 4.2. */
    private static final int CHUNKED_BODY = 2;

    @Override
    public String typeName() {
        return "io.netty.handler.codec.http.HttpObjectEncoder";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // what is bound first is entered first
        for (String advice : new String[] {"$ResponseAdvice", "$ContentAdvice"}) {
            binder.advise(
                    method("encode", "io.netty.channel.ChannelHandlerContext", "java.lang.Object", "java.util.List"),
                    getClass().getName() + advice);
        }
    }

    /** The head of a response: its own type decides. One with a status below 200 announces another. */
    public static final class ResponseAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This HttpObjectEncoder<?> encoder,
                @Advice.Argument(0) ChannelHandlerContext context,
                @Advice.Argument(1) Object message) {
            if (!(message instanceof HttpResponse) || !(encoder instanceof HttpResponseEncoder)) {
                return;
            }
            HttpResponse response = (HttpResponse) message;
            int status = response.getStatus().code();
            if (status < 200 && status != 101) {
                return;
            }
            AttributeKey<Object> key = AttributeKey.valueOf(NettyInstrumentationModule.CONNECTION);
            Attribute<Object> slot = context.channel().attr(key);
            ServerConnection connection = (ServerConnection) slot.get();
            HttpRequest request = null;
            if (connection == null && SseStreams.mayHaveMissed()) {
                // its request came before the agent: its body must not be taken for one whose head did
                connection = new ServerConnection();
                slot.set(connection);
            }
            if (connection != null) {
                request = (HttpRequest) connection.answered(ServerConnection.IN_ORDER);
                connection.ended(ServerConnection.IN_ORDER, CloseReason.UNKNOWN);
            }
            if (!SseStreams.isActive()) {
                return;
            }
            HttpHeaders headers = response.headers();
            if (status == 101) {
                if (request != null && "h2c".equalsIgnoreCase(headers.get("Upgrade"))) {
                    connection.received(ServerConnection.UPGRADED, request);
                }
                return;
            }
            boolean stream = status == 200 && SseStreams.isEventStream(headers.get("Content-Type"));
            if (!stream
                    && (request == null
                            || !SseStreams.asksForEventStream(request.headers().get("Accept")))) {
                return;
            }
            StreamRequest facts = new StreamRequest("netty");
            if (request != null) {
                String method = request.getMethod().name();
                if ("HEAD".equals(method)) {
                    return;
                }
                for (int i = 0; i < StreamRequest.headerCount(); i++) {
                    facts.header(i, request.headers().get(StreamRequest.headerName(i)));
                }
                String address = null;
                SocketAddress remote = context.channel().remoteAddress();
                if (remote instanceof InetSocketAddress) {
                    InetAddress known = ((InetSocketAddress) remote).getAddress();
                    address = known == null ? null : known.getHostAddress();
                }
                facts.route(connection.route())
                        .routePrefix(connection.routePrefix())
                        .elapsedNanos(connection.elapsedNanos())
                        .work(connection.work())
                        .line(
                                method,
                                StreamRequest.pathOf(request.getUri()),
                                request.getProtocolVersion().text(),
                                address);
            }
            if (stream) {
                if (connection == null) {
                    connection = new ServerConnection();
                    slot.set(connection);
                }
                String encoding = headers.get("Content-Encoding");
                facts.encoded(encoding != null && !"identity".equalsIgnoreCase(encoding));
                facts.socket(
                                context.channel().remoteAddress(),
                                context.channel().localAddress())
                        .backlog(context.channel(), NettyInstrumentationModule.PENDING_BYTES);
                boolean endsWithConnection =
                        headers.get("Content-Length") == null && headers.get("Transfer-Encoding") == null;
                connection.opened(ServerConnection.IN_ORDER, SseStreams.opened(facts), endsWithConnection);
            } else {
                SseStreams.refused(facts, status);
            }
        }
    }

    /**
     * A part of a body, and maybe its end. Buffers are read where they are, or by way of an array that is lent: other ways allocate
     * or share a position with whoever writes the buffer to the socket.
     */
    public static final class ContentAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This HttpObjectEncoder<?> encoder,
                @Advice.FieldValue("state") int state,
                @Advice.Argument(0) ChannelHandlerContext context,
                @Advice.Argument(1) Object message) {
            boolean last = message instanceof LastHttpContent;
            if ((!last && !SseStreams.isActive()) || !(encoder instanceof HttpResponseEncoder)) {
                return;
            }
            AttributeKey<Object> key = AttributeKey.valueOf(NettyInstrumentationModule.CONNECTION);
            Channel channel = context.channel();
            Attribute<Object> slot = channel.attr(key);
            ServerConnection connection = (ServerConnection) slot.get();
            SseStream stream = connection == null ? null : connection.stream(ServerConnection.IN_ORDER);
            boolean inBody = state == BODY || state == CHUNKED_BODY;
            // applications write on after the connection has ended
            if (stream == null && inBody && !last && SseStreams.mayHaveMissed() && channel.isActive()) {
                if (connection == null) {
                    connection = new ServerConnection();
                    slot.set(connection);
                }
                boolean chunked = state == CHUNKED_BODY;
                stream = connection.unheaded(ServerConnection.IN_ORDER, "netty", chunked ? "HTTP/1.1" : null, !chunked);
            }
            if (stream == null) {
                return;
            }
            ByteBuf bytes = null;
            if (message instanceof ByteBuf) {
                bytes = (ByteBuf) message;
            } else if (message instanceof HttpContent) {
                bytes = ((HttpContent) message).content();
            }
            if (bytes != null && bytes.isReadable() && stream != IgnoredStream.INSTANCE && SseStreams.isActive()) {
                int from = bytes.readerIndex();
                int to = bytes.writerIndex();
                if (bytes.hasArray()) {
                    stream.wrote(bytes.array(), bytes.arrayOffset() + from, bytes.arrayOffset() + to, 0);
                } else {
                    byte[] copy = CopyBuffers.borrow();
                    while (from < to) {
                        int length = Math.min(copy.length, to - from);
                        bytes.getBytes(from, copy, 0, length);
                        stream.wrote(copy, 0, length, 0);
                        from += length;
                    }
                    CopyBuffers.giveBack(copy);
                }
            }
            if (last) {
                boolean stopping = channel.parent() != null && !channel.parent().isOpen();
                connection.ended(
                        ServerConnection.IN_ORDER,
                        stopping
                                ? CloseReason.SHUTDOWN
                                : channel.isActive() ? CloseReason.COMPLETE : CloseReason.CLIENT_CLOSED);
            }
        }
    }
}
