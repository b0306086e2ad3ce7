package io.sseagent.instrumentation.quarkus.rest;

import static io.sseagent.tooling.MethodPattern.method;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.bootstrap.SseStreams;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext;

/** Where a request has its resource method, and no handler of it has run. */
final class RequestContextInstrumentation extends TypeInstrumentation {
    /** The attribute of a channel in which the Netty tap keeps its connection. */
    static final String CONNECTION = "io.sseagent.connection";

    @Override
    public String typeName() {
        return "org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext";
    }

    /** There are other servers below it than Vert.x. */
    @Override
    public String companionName() {
        return "org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("restart", "org.jboss.resteasy.reactive.server.mapping.RuntimeResource", "boolean"),
                getClass().getName() + "$MatchAdvice");
    }

    /** What a locator finds is named by the method that located it, because its own path is only the rest. */
    public static final class MatchAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.This ResteasyReactiveRequestContext request,
                @Advice.Argument(0) RuntimeResource resource,
                @Advice.Argument(1) boolean located) {
            if (located || !(request instanceof VertxResteasyReactiveRequestContext) || !SseStreams.isActive()) {
                return;
            }
            RoutingContext context = ((VertxResteasyReactiveRequestContext) request).getContext();
            HttpConnection of = context.request().connection();
            if (of instanceof ConnectionBase) {
                Channel channel = ((ConnectionBase) of).channel();
                AttributeKey<Object> key = AttributeKey.valueOf(CONNECTION);
                ServerConnection connection =
                        (ServerConnection) channel.attr(key).get();
                if (connection != null) {
                    int streamId = context.response().streamId();
                    URITemplate type = resource.getClassPath();
                    URITemplate method = resource.getPath();
                    connection.matched(
                            streamId < 0 ? ServerConnection.IN_ORDER : streamId,
                            type == null ? null : type.template,
                            method == null ? "" : method.template);
                }
            }
        }
    }
}
