package io.sseagent.instrumentation.netty;

import static io.sseagent.tooling.MethodPattern.method;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** A handler that closes a connection whose peer takes nothing for too long. */
final class WriteTimeoutInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.netty.handler.timeout.WriteTimeoutHandler";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("writeTimedOut", "io.netty.channel.ChannelHandlerContext"),
                getClass().getName() + "$TimeoutAdvice");
    }

    /** The connection is about to be closed. */
    public static final class TimeoutAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) ChannelHandlerContext context) {
            AttributeKey<Object> key = AttributeKey.valueOf(NettyInstrumentationModule.CONNECTION);
            ServerConnection connection =
                    (ServerConnection) context.channel().attr(key).get();
            if (connection != null) {
                connection.evidence(CloseReason.WRITE_FAILED);
            }
        }
    }
}
