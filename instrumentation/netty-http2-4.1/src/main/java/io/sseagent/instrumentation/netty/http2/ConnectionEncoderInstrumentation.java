package io.sseagent.instrumentation.netty.http2;

import static io.sseagent.tooling.MethodPattern.method;
import static io.sseagent.tooling.MethodPattern.startingWith;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
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
import java.util.Locale;
import net.bytebuddy.asm.Advice;

/** What every frame of a response passes, before flow control, which the end of the response has yet to pass. */
final class ConnectionEncoderInstrumentation extends TypeInstrumentation {
    private static final String CONTEXT = "io.netty.channel.ChannelHandlerContext";
    private static final String HEADERS = "io.netty.handler.codec.http2.Http2Headers";
    private static final String PROMISE = "io.netty.channel.ChannelPromise";

    @Override
    public String typeName() {
        return "io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // one of the forms, with priority and without, may call the other
        binder.advise(
                startingWith("writeHeaders", CONTEXT, "int", HEADERS),
                getClass().getName() + "$ResponseAdvice");
        binder.advise(
                method("writeData", CONTEXT, "int", "io.netty.buffer.ByteBuf", "int", "boolean", PROMISE),
                getClass().getName() + "$DataAdvice");
    }

    /** The headers of a response: its own type decides. Trailers, which have no request left, pass. */
    public static final class ResponseAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(0) ChannelHandlerContext context,
                @Advice.Argument(1) int streamId,
                @Advice.Argument(2) Http2Headers headers) {
            CharSequence status = headers.status();
            if (status == null || status.length() != 3 || status.charAt(0) == '1') {
                return;
            }
            AttributeKey<Object> key = AttributeKey.valueOf(NettyHttp2InstrumentationModule.CONNECTION);
            Channel channel = context.channel();
            Attribute<Object> slot = channel.attr(key);
            ServerConnection connection = (ServerConnection) slot.get();
            if (connection == null && SseStreams.mayHaveMissed()) {
                connection = new ServerConnection();
                slot.set(connection);
            }
            Object request = connection == null ? null : connection.answered(streamId);
            // the request may have come before the agent
            if (connection == null || !SseStreams.isActive() || (request == null && !connection.isUnheaded(streamId))) {
                return;
            }
            boolean stream = "200".contentEquals(status) && SseStreams.isEventStream(headers.get("content-type"));
            // the first request of a connection that was upgraded came in HTTP/1
            HttpRequest upgrade = request instanceof HttpRequest ? (HttpRequest) request : null;
            Http2Headers asked = upgrade == null ? (Http2Headers) request : null;
            if (request == null && !stream) {
                connection.opened(streamId, IgnoredStream.INSTANCE, false);
                return;
            }
            if (!stream
                    && !SseStreams.asksForEventStream(
                            upgrade != null ? upgrade.headers().get("Accept") : asked.get("accept"))) {
                return;
            }
            CharSequence method = upgrade != null ? upgrade.method().name() : connection.method();
            if (method != null && "HEAD".contentEquals(method)) {
                return;
            }
            StreamRequest facts = new StreamRequest("netty");
            for (int i = 0; request != null && i < StreamRequest.headerCount(); i++) {
                String name = StreamRequest.headerName(i);
                CharSequence value =
                        upgrade != null ? upgrade.headers().get(name) : asked.get(name.toLowerCase(Locale.ROOT));
                facts.header(i, value == null ? null : value.toString());
            }
            CharSequence target = upgrade != null ? upgrade.uri() : connection.target();
            String address = null;
            SocketAddress remote = channel.remoteAddress();
            if (remote instanceof InetSocketAddress) {
                InetAddress known = ((InetSocketAddress) remote).getAddress();
                address = known == null ? null : known.getHostAddress();
            }
            facts.route(connection.route())
                    .routePrefix(connection.routePrefix())
                    .elapsedNanos(connection.elapsedNanos())
                    .work(connection.work())
                    .line(
                            method == null ? null : method.toString(),
                            StreamRequest.pathOf(target == null ? null : target.toString()),
                            "HTTP/2",
                            address);
            if (stream) {
                CharSequence encoding = headers.get("content-encoding");
                facts.encoded(encoding != null && !"identity".contentEquals(encoding));
                facts.socket(remote, channel.localAddress())
                        .backlog(channel, NettyHttp2InstrumentationModule.PENDING_BYTES);
                connection.opened(streamId, SseStreams.opened(facts), false);
            } else {
                SseStreams.refused(
                        facts,
                        (status.charAt(0) - '0') * 100 + (status.charAt(1) - '0') * 10 + (status.charAt(2) - '0'));
            }
        }
    }

    /** A part of a body; read as in HTTP/1. */
    public static final class DataAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This Http2ConnectionEncoder encoder,
                @Advice.Argument(0) ChannelHandlerContext context,
                @Advice.Argument(1) int streamId,
                @Advice.Argument(2) ByteBuf bytes) {
            if (!SseStreams.isActive() || !bytes.isReadable()) {
                return;
            }
            AttributeKey<Object> key = AttributeKey.valueOf(NettyHttp2InstrumentationModule.CONNECTION);
            Channel channel = context.channel();
            Attribute<Object> slot = channel.attr(key);
            ServerConnection connection = (ServerConnection) slot.get();
            SseStream stream = connection == null ? null : connection.stream(streamId);
            if (stream == null
                    && SseStreams.mayHaveMissed()
                    && channel.isActive()
                    && encoder.connection().isServer()) {
                if (connection == null) {
                    connection = new ServerConnection();
                    slot.set(connection);
                }
                stream = connection.unheaded(streamId, "netty", "HTTP/2", false);
            }
            if (stream == null || stream == IgnoredStream.INSTANCE) {
                return;
            }
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
    }
}
