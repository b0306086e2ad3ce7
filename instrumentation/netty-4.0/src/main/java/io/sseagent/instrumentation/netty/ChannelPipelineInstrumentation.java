package io.sseagent.instrumentation.netty;

import static io.sseagent.tooling.MethodPattern.method;

import io.netty.channel.ChannelPipeline;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.CloseReason;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.io.IOException;
import net.bytebuddy.asm.Advice;

/** Where the transport tells the handlers that reading has failed: many of them close the connection in turn. */
final class ChannelPipelineInstrumentation extends TypeInstrumentation {

    @Override
    public String typeName() {
        return "io.netty.channel.DefaultChannelPipeline";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("fireExceptionCaught", "java.lang.Throwable"), getClass().getName() + "$ExceptionAdvice");
    }

    /** A reset connection, for example. */
    public static final class ExceptionAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.This ChannelPipeline pipeline, @Advice.Argument(0) Throwable failure) {
            if (failure instanceof IOException) {
                AttributeKey<Object> key = AttributeKey.valueOf(NettyInstrumentationModule.CONNECTION);
                ServerConnection connection =
                        (ServerConnection) pipeline.channel().attr(key).get();
                if (connection != null) {
                    connection.evidence(CloseReason.CLIENT_CLOSED);
                }
            }
        }
    }
}
