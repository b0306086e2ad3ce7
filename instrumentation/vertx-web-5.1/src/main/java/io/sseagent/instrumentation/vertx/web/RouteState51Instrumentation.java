package io.sseagent.instrumentation.vertx.web;

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

/** Where a handler of a route is about to run. Numbers of streams are of 64 bits since 5.1. */
final class RouteState51Instrumentation extends TypeInstrumentation {
    /** The attribute of a channel in which the Netty tap keeps its connection. */
    static final String CONNECTION = "io.sseagent.connection";

    @Override
    public String typeName() {
        return "io.vertx.ext.web.impl.RouteState";
    }

    /** Vert.x since 5.1. */
    @Override
    public String companionName() {
        return "io.vertx.core.http.impl.http1.Http1ServerConnection";
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.advise(
                method("handleContext", "io.vertx.ext.web.impl.RoutingContextImplBase"),
                getClass().getName() + "$Match51Advice");
    }

    /** The last route with a path of its own is the template: those that end in a star are filters and mounted routers. */
    public static final class Match51Advice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(
                @Advice.FieldValue("path") String template,
                @Advice.FieldValue("exactPath") boolean exact,
                @Advice.Argument(0) RoutingContext context) {
            if (!exact || template == null || !SseStreams.isActive()) {
                return;
            }
            HttpConnection of = context.request().connection();
            if (of instanceof ConnectionBase) {
                Channel channel = ((ConnectionBase) of).channel();
                AttributeKey<Object> key = AttributeKey.valueOf(CONNECTION);
                ServerConnection connection =
                        (ServerConnection) channel.attr(key).get();
                if (connection != null) {
                    // below zero in HTTP/1; requests that are wrapped do not always know it
                    int streamId = (int) context.response().streamId();
                    connection.matched(
                            streamId < 0 ? ServerConnection.IN_ORDER : streamId, context.mountPoint(), template);
                }
            }
        }
    }
}
