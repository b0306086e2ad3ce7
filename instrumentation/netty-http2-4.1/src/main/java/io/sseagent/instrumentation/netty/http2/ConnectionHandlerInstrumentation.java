package io.sseagent.instrumentation.netty.http2;

import static io.sseagent.tooling.MethodPattern.method;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/**
 * What looks after a connection: the end of this side of a stream passes here, whichever frame it came with, and so do resets by
 * this side and the end of the connection.
 */
final class ConnectionHandlerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.netty.handler.codec.http2.Http2ConnectionHandler";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "closeStreamLocal",
                        "io.netty.handler.codec.http2.Http2Stream",
                        "io.netty.channel.ChannelFuture"),
                getClass().getName() + "$EndAdvice");
        binder.advise(
                method(
                        "resetStream",
                        "io.netty.channel.ChannelHandlerContext",
                        "int",
                        "long",
                        "io.netty.channel.ChannelPromise"),
                getClass().getName() + "$ResetAdvice");
        binder.advise(
                method("channelInactive", "io.netty.channel.ChannelHandlerContext"),
                getClass().getName() + "$DisconnectAdvice");
    }

    /** The last frame of a response has left flow control. A client that took less has not got it all. */
    public static final class EndAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) Http2Stream stream, @Advice.Argument(1) ChannelFuture written) {
            Channel channel = written.channel();
            AttributeKey<Object> key = AttributeKey.valueOf(NettyHttp2InstrumentationModule.CONNECTION);
            ServerConnection connection = (ServerConnection) channel.attr(key).get();
            if (connection != null) {
                boolean stopping = channel.parent() != null && !channel.parent().isOpen();
                connection.ended(stream.id(), stopping ? CloseReason.SHUTDOWN : CloseReason.COMPLETE);
            }
        }
    }

    /** The application breaks a response off, or Netty does for an error of its stream. */
    public static final class ResetAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(1) int streamId) {
            Channel channel = context.channel();
            AttributeKey<Object> key = AttributeKey.valueOf(NettyHttp2InstrumentationModule.CONNECTION);
            ServerConnection connection = (ServerConnection) channel.attr(key).get();
            if (connection != null) {
                connection.answered(streamId);
                boolean stopping = channel.parent() != null && !channel.parent().isOpen();
                connection.ended(streamId, stopping ? CloseReason.SHUTDOWN : CloseReason.APP_ERROR);
            }
        }
    }

    /** The connection is gone. What this side closed has been told before. */
    public static final class DisconnectAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) ChannelHandlerContext context) {
            Channel channel = context.channel();
            AttributeKey<Object> key = AttributeKey.valueOf(NettyHttp2InstrumentationModule.CONNECTION);
            ServerConnection connection = (ServerConnection) channel.attr(key).get();
            if (connection != null && connection.hasStreams()) {
                boolean stopping = channel.eventLoop().isShuttingDown()
                        || (channel.parent() != null && !channel.parent().isOpen());
                connection.disconnected(stopping ? CloseReason.SHUTDOWN : CloseReason.CLIENT_CLOSED);
            }
        }
    }
}
