package io.sseagent.instrumentation.ktor;

import static io.sseagent.tooling.MethodPattern.method;

import io.ktor.server.netty.NettyApplicationCall;
import io.ktor.server.routing.RoutingNode;
import io.ktor.util.pipeline.PipelineContext;
import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Where a request has its route, and no handler has run. */
final class RoutingRootInstrumentation extends TypeInstrumentation {
    /** The attribute of a channel in which the Netty tap keeps its connection. */
    static final String CONNECTION = "io.sseagent.connection";

    @Override
    public String typeName() {
        return "io.ktor.server.routing.RoutingRoot";
    }

    /** Ktor has engines that know nothing of Netty. */
    @Override
    public String companionName() {
        return "io.ktor.server.netty.NettyApplicationCall";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "executeResult",
                        "io.ktor.util.pipeline.PipelineContext",
                        "io.ktor.server.routing.RoutingNode",
                        "io.ktor.http.Parameters",
                        "kotlin.coroutines.Continuation"),
                getClass().getName() + "$RouteAdvice");
    }

    /** A node of the tree of routes has been found; its text is that of its parents as well, and made when somebody asks. */
    public static final class RouteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(0) PipelineContext<?, ?> context, @Advice.Argument(1) RoutingNode route) {
            // a coroutine that goes on enters again, without arguments
            if (context == null || !SseStreams.isActive()) {
                return;
            }
            Object call = context.getContext();
            if (call instanceof NettyApplicationCall) {
                Channel channel = ((NettyApplicationCall) call).getContext().channel();
                int streamId = ServerConnection.IN_ORDER;
                if (channel instanceof Http2StreamChannel) {
                    streamId = ((Http2StreamChannel) channel).stream().id();
                    channel = channel.parent();
                }
                AttributeKey<Object> key = AttributeKey.valueOf(CONNECTION);
                ServerConnection connection =
                        (ServerConnection) channel.attr(key).get();
                if (connection != null) {
                    connection.matched(streamId, route);
                }
            }
        }
    }
}
