package io.sseagent.instrumentation.micronaut;

import static io.sseagent.tooling.MethodPattern.method;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.UriRouteMatch;
import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;

/** Where a request gets its route, before any filter of the application runs. */
final class RouteExecutorInstrumentation extends TypeInstrumentation {
    /** The attribute of a channel in which the Netty tap keeps its connection. */
    static final String CONNECTION = "io.sseagent.connection";

    /** The header by which Netty tells the number of an HTTP/2 stream. */
    static final String STREAM_ID = "x-http2-stream-id";

    @Override
    public String typeName() {
        return "io.micronaut.http.server.RouteExecutor";
    }

    /** Micronaut runs on servlet containers as well; added in 4.0, and 3 has a class of the first name. */
    @Override
    public String companionName() {
        return "io.micronaut.http.server.netty.NettyRequestLifecycle";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("setRouteAttributes", "io.micronaut.http.HttpRequest", "io.micronaut.web.router.UriRouteMatch"),
                getClass().getName() + "$MatchAdvice");
    }

    /** The template stays the object that it is until somebody asks for its text. */
    public static final class MatchAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.Argument(0) HttpRequest<?> asked, @Advice.Argument(1) UriRouteMatch<?, ?> route) {
            if (!SseStreams.isActive()) {
                return;
            }
            HttpRequest<?> request = asked;
            while (request instanceof HttpRequestWrapper) {
                request = ((HttpRequestWrapper<?>) request).getDelegate();
            }
            if (!(request instanceof NettyHttpRequest)) {
                return;
            }
            NettyHttpRequest<?> netty = (NettyHttpRequest<?>) request;
            Channel channel = netty.getChannelHandlerContext().channel();
            int streamId;
            if (channel instanceof Http2StreamChannel) {
                streamId = ((Http2StreamChannel) channel).stream().id();
                channel = channel.parent();
            } else {
                streamId = netty.getNativeRequest().headers().getInt(STREAM_ID, ServerConnection.IN_ORDER);
            }
            AttributeKey<Object> key = AttributeKey.valueOf(CONNECTION);
            ServerConnection connection = (ServerConnection) channel.attr(key).get();
            if (connection != null) {
                connection.matched(streamId, route.getRouteInfo().getUriMatchTemplate());
            }
        }
    }
}
