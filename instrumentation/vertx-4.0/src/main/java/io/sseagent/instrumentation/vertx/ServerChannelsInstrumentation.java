package io.sseagent.instrumentation.vertx;

import static io.sseagent.tooling.MethodPattern.method;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.AttributeKey;
import io.sseagent.bootstrap.ServerConnection;
import io.sseagent.tooling.AdviceBinder;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Iterator;
import net.bytebuddy.asm.Advice;

/**
 * The connections of a server, which Vert.x 4 closes before it stops listening. What the Netty tap goes by is that order turned
 * round, as in Vert.x 5.
 */
final class ServerChannelsInstrumentation extends TypeInstrumentation {
    /** The attribute of a channel in which the Netty tap keeps its connection. */
    static final String CONNECTION = "io.sseagent.connection";

    @Override
    public String typeName() {
        return "io.vertx.core.net.impl.ServerChannelLoadBalancer";
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public void bind(AdviceBinder binder) {
        binder.adviseIfPresent(method("close"), getClass().getName() + "$StopAdvice");
    }

    /** All connections of a server are about to be closed, on threads of their own. */
    public static final class StopAdvice {
        @Advice.OnMethodEnter(suppress = Throwable.class)
        public static void enter(@Advice.FieldValue("channelGroup") ChannelGroup channels) {
            AttributeKey<Object> key = AttributeKey.valueOf(CONNECTION);
            for (Iterator<Channel> each = channels.iterator(); each.hasNext(); ) {
                ServerConnection connection =
                        (ServerConnection) each.next().attr(key).get();
                if (connection != null) {
                    connection.stopping();
                }
            }
        }
    }
}
