package io.sseagent.instrumentation.spring.webflux;

import static io.sseagent.tooling.MethodPattern.startingWith;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import net.bytebuddy.asm.Advice;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.Connection;

/** Where a request has its handler, and so its template, and no response yet. */
final class DispatcherHandlerInstrumentation extends TypeInstrumentation {
    private static final String EXCHANGE = "org.springframework.web.server.ServerWebExchange";

    /** {@code HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE}. */
    static final String PATTERN = "org.springframework.web.reactive.HandlerMapping.bestMatchingPattern";

    /** The attribute of a channel in which the Netty tap keeps its connection. */
    static final String CONNECTION = "io.sseagent.connection";

    @Override
    public String typeName() {
        return "org.springframework.web.reactive.DispatcherHandler";
    }

    /** WebFlux runs on servlet containers as well, which know nothing of Netty. */
    @Override
    public String companionName() {
        return "reactor.netty.Connection";
    }

    @Override
    public void bind(AdviceBinder binder) {
        String advice = getClass().getName() + "$DispatchAdvice";
        binder.adviseOneOf("dispatch", startingWith("invokeHandler", EXCHANGE), advice);
        // the name since 6.0
        binder.adviseOneOf("dispatch", startingWith("handleRequestWith", EXCHANGE), advice);
    }

    /** The handler is about to run. The template stays the object that it is until somebody asks for its text. */
    public static final class DispatchAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.Argument(0) ServerWebExchange exchange) {
            Object template = SseStreams.isActive() ? exchange.getAttribute(PATTERN) : null;
            if (template == null) {
                return;
            }
            ServerHttpRequest request = exchange.getRequest();
            while (request instanceof ServerHttpRequestDecorator) {
                request = ((ServerHttpRequestDecorator) request).getDelegate();
            }
            if (!(request instanceof AbstractServerHttpRequest)) {
                return;
            }
            Object exposed = ((AbstractServerHttpRequest) request).getNativeRequest();
            if (exposed instanceof Connection) {
                Channel channel = ((Connection) exposed).channel();
                int streamId = ServerConnection.IN_ORDER;
                if (channel instanceof Http2StreamChannel) {
                    streamId = ((Http2StreamChannel) channel).stream().id();
                    channel = channel.parent();
                }
                AttributeKey<Object> key = AttributeKey.valueOf(CONNECTION);
                ServerConnection connection =
                        (ServerConnection) channel.attr(key).get();
                if (connection != null) {
                    connection.matched(streamId, template);
                }
            }
        }
    }
}
