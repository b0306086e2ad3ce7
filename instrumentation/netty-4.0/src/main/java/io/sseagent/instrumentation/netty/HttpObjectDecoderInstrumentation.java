package io.sseagent.instrumentation.netty;

import static io.sseagent.tooling.MethodPattern.method;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpObjectDecoder;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.List;
import net.bytebuddy.asm.Advice;

/**
 * What every HTTP/1 request passes, before it is handled: a response does not know the request that it answers. The end of the
 * connection passes here as well, before any handler of the application hears of it.
 */
final class HttpObjectDecoderInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.netty.handler.codec.http.HttpObjectDecoder";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("decode", "io.netty.channel.ChannelHandlerContext", "io.netty.buffer.ByteBuf", "java.util.List"),
                getClass().getName() + "$RequestAdvice");
        binder.advise(
                method(
                        "decodeLast",
                        "io.netty.channel.ChannelHandlerContext",
                        "io.netty.buffer.ByteBuf",
                        "java.util.List"),
                getClass().getName() + "$DisconnectAdvice");
    }

    /** A request line with its headers has been read, or a part of a body. */
    public static final class RequestAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static int enter(@Advice.Argument(2) List<Object> messages) {
            return messages.size();
        }

        @Advice.OnMethodExit(suppress = Throwable.class)
        public static void exit(
                @Advice.This HttpObjectDecoder decoder,
                @Advice.Argument(0) ChannelHandlerContext context,
                @Advice.Argument(2) List<Object> messages,
                @Advice.Enter int before) {
            if (messages.size() > before
                    && messages.get(before) instanceof HttpRequest
                    && decoder instanceof HttpRequestDecoder
                    && SseStreams.isActive()) {
                AttributeKey<Object> key = AttributeKey.valueOf(NettyInstrumentationModule.CONNECTION);
                Attribute<Object> slot = context.channel().attr(key);
                ServerConnection connection = (ServerConnection) slot.get();
                if (connection == null) {
                    connection = new ServerConnection();
                    slot.set(connection);
                }
                connection.received(ServerConnection.IN_ORDER, messages.get(before));
            }
        }
    }

    /** Nothing more will be read. A client that only ended its side may still be listening. */
    public static final class DisconnectAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This HttpObjectDecoder decoder, @Advice.Argument(0) ChannelHandlerContext context) {
            Channel channel = context.channel();
            if (decoder instanceof HttpRequestDecoder && !channel.isActive()) {
                AttributeKey<Object> key = AttributeKey.valueOf(NettyInstrumentationModule.CONNECTION);
                ServerConnection connection =
                        (ServerConnection) channel.attr(key).get();
                if (connection != null && connection.hasStreams()) {
                    boolean stopping = channel.eventLoop().isShuttingDown()
                            || (channel.parent() != null && !channel.parent().isOpen());
                    connection.disconnected(stopping ? CloseReason.SHUTDOWN : CloseReason.CLIENT_CLOSED);
                }
            }
        }
    }
}
