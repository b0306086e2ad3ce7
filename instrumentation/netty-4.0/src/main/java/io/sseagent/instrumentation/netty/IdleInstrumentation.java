package io.sseagent.instrumentation.netty;

import static io.sseagent.tooling.MethodPattern.method;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.asm.Advice;

/**
 * What notices a silence. What handlers make of it, and what a subclass does instead of telling them, is theirs: only a closing
 * in the meantime is one because of it.
 */
final class IdleInstrumentation extends TypeInstrumentation {
    private static final String IDLE_TASKS = "io.netty.handler.timeout.IdleStateHandler$";

    private final String typeName;
    private final String methodName;

    private IdleInstrumentation(String typeName, String methodName) {
        this.typeName = typeName;
        this.methodName = methodName;
    }

    static List<TypeInstrumentation> all() {
        return Arrays.<TypeInstrumentation>asList(
                new IdleInstrumentation(IDLE_TASKS + "ReaderIdleTimeoutTask", "run"),
                new IdleInstrumentation(IDLE_TASKS + "WriterIdleTimeoutTask", "run"),
                new IdleInstrumentation(IDLE_TASKS + "AllIdleTimeoutTask", "run"),
                new IdleInstrumentation("io.netty.handler.timeout.ReadTimeoutHandler", "readTimedOut"));
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public void bind(AdviceBinder binder) {
        // since 4.0.43 and 4.1.7 a task is told its context, before it kept it
        binder.adviseOneOf(
                methodName,
                method(methodName, "io.netty.channel.ChannelHandlerContext"),
                getClass().getName() + "$IdleAdvice");
        binder.adviseOneOf(methodName, method(methodName), getClass().getName() + "$TaskAdvice");
    }

    /** As long as what follows from the silence is being done. */
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

    /** The same for a task that keeps its context. */
    public static final class TaskAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static ServerConnection enter(@Advice.FieldValue("ctx") ChannelHandlerContext context) {
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
