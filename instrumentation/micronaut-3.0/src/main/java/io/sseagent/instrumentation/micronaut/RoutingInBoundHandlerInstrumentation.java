package io.sseagent.instrumentation.micronaut;

import static io.sseagent.tooling.MethodPattern.method;

import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteMatch;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Where a request has its route, and no response yet. */
final class RoutingInBoundHandlerInstrumentation extends TypeInstrumentation {
    /** The attribute of a channel in which the Netty tap keeps its connection. */
    static final String CONNECTION = "io.sseagent.connection";

    /** The header by which Netty tells the number of an HTTP/2 stream. */
    static final String STREAM_ID = "x-http2-stream-id";

    @Override
    public String typeName() {
        return "io.micronaut.http.server.netty.RoutingInBoundHandler";
    }

    /** Removed in 4.0, where a class of this name does something else. */
    @Override
    public String companionName() {
        return "io.micronaut.http.server.netty.types.NettyCustomizableResponseTypeHandler";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method(
                        "handleRouteMatch",
                        "io.micronaut.web.router.RouteMatch",
                        "io.micronaut.http.server.netty.NettyHttpRequest",
                        "io.netty.channel.ChannelHandlerContext"),
                getClass().getName() + "$RouteAdvice");
    }

    /** Routes without a template answer for a status. The template stays the object that it is until somebody asks for its text. */
    public static final class RouteAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(0) RouteMatch<?> route,
                @Advice.Argument(1) NettyHttpRequest<?> request,
                @Advice.Argument(2) ChannelHandlerContext context) {
            if (route instanceof UriRouteMatch && SseStreams.isActive()) {
                Channel channel = context.channel();
                AttributeKey<Object> key = AttributeKey.valueOf(CONNECTION);
                ServerConnection connection =
                        (ServerConnection) channel.attr(key).get();
                if (connection != null) {
                    int streamId = request.getNativeRequest().headers().getInt(STREAM_ID, ServerConnection.IN_ORDER);
                    connection.matched(
                            streamId, ((UriRouteMatch<?, ?>) route).getRoute().getUriMatchTemplate());
                }
            }
        }
    }
}
