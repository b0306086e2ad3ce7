package io.sseagent.instrumentation.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.MethodPattern;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** What notices a silence. What handlers make of it is theirs: only a closing while they are told is one because of it. */
final class IdleInstrumentation extends TypeInstrumentation {
    private final String typeName;
    private final MethodPattern notice;

    IdleInstrumentation(String typeName, MethodPattern notice) {
        this.typeName = typeName;
        this.notice = notice;
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(notice, getClass().getName() + "$IdleAdvice");
    }

    /** From the event to the last handler's return. */
    public static final class IdleAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static ServerConnection enter(@Advice.Argument(0) ChannelHandlerContext context) {
            AttributeKey<Object> key = AttributeKey.valueOf(NettyInstrumentationModule.CONNECTION);
            ServerConnection connection =
                    (ServerConnection) context.channel().attr(key).get();
            if (connection != null) {
                connection.idle(true);
            }
            return connection;
        }

        @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
        public static void exit(@Advice.Enter ServerConnection connection) {
            if (connection != null) {
                connection.idle(false);
            }
        }
    }
}
