package io.sseagent.instrumentation.netty.http2;

import static io.sseagent.tooling.MethodPattern.method;
import static io.sseagent.tooling.MethodPattern.startingWith;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** What every frame of a client passes, before it is handled. */
final class FrameReadListenerInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder$FrameReadListener";
    }

    @Override
    public void bind(AdviceBinder binder) {
        // the form without priority calls the one with it
        binder.advise(
                startingWith(
                        "onHeadersRead",
                        "io.netty.channel.ChannelHandlerContext",
                        "int",
                        "io.netty.handler.codec.http2.Http2Headers",
                        "int",
                        "short"),
                getClass().getName() + "$RequestAdvice");
        binder.advise(
                method("onRstStreamRead", "io.netty.channel.ChannelHandlerContext", "int", "long"),
                getClass().getName() + "$ResetAdvice");
    }

    /** The headers of a request; trailers, and responses to a client, have no method. */
    public static final class RequestAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(0) ChannelHandlerContext context,
                @Advice.Argument(1) int streamId,
                @Advice.Argument(2) Http2Headers headers) {
            CharSequence method = headers.method();
            if (SseStreams.isActive() && method != null) {
                AttributeKey<Object> key = AttributeKey.valueOf(NettyHttp2InstrumentationModule.CONNECTION);
                Attribute<Object> slot = context.channel().attr(key);
                ServerConnection connection = (ServerConnection) slot.get();
                if (connection == null) {
                    connection = new ServerConnection();
                    slot.set(connection);
                }
                // Vert.x takes both out of the headers
                connection.received(streamId, headers, method, headers.path());
            }
        }
    }

    /** The client resets a stream, maybe before it was answered. */
    public static final class ResetAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(1) int streamId) {
            AttributeKey<Object> key = AttributeKey.valueOf(NettyHttp2InstrumentationModule.CONNECTION);
            ServerConnection connection =
                    (ServerConnection) context.channel().attr(key).get();
            if (connection != null) {
                connection.answered(streamId);
                connection.ended(streamId, CloseReason.CLIENT_CLOSED);
            }
        }
    }
}
