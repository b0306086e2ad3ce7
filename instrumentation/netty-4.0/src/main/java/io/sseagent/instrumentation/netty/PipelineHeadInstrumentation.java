package io.sseagent.instrumentation.netty;

import static io.sseagent.tooling.MethodPattern.method;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** The last thing that a closing by this side passes. What the peer closes does not come this way. */
final class PipelineHeadInstrumentation extends TypeInstrumentation {
    @Override
    public String typeName() {
        return "io.netty.channel.DefaultChannelPipeline$HeadContext";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("close", "io.netty.channel.ChannelHandlerContext", "io.netty.channel.ChannelPromise"),
                getClass().getName() + "$CloseAdvice");
    }

    /** The application or a handler closes a connection that is open. */
    public static final class CloseAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) ChannelHandlerContext context) {
            Channel channel = context.channel();
            AttributeKey<Object> key = AttributeKey.valueOf(NettyInstrumentationModule.CONNECTION);
            ServerConnection connection = (ServerConnection) channel.attr(key).get();
            if (connection != null && connection.hasStreams() && channel.isActive()) {
                if (channel.parent() != null && !channel.parent().isOpen()) {
                    connection.evidence(CloseReason.SHUTDOWN);
                }
                connection.closing();
            }
        }
    }
}
