package io.sseagent.testapps.ktor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ktor.server.netty.NettyApplicationCall;
import io.ktor.server.routing.RoutingCall;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.util.concurrent.TimeUnit;

/** An event that Netty never gets to send, and a time-out that closes the connection because of it. */
final class Unflushed {
    private static final int FLUSHED_MILLIS = 50;

    private Unflushed() {}

    @SuppressWarnings("FutureReturnValueIgnored") // the connection is closed
    static void after(RoutingCall call, int millis) {
        NettyApplicationCall engine =
                (NettyApplicationCall) call.getPipelineCall().getEngineCall();
        ChannelPipeline pipeline = engine.getContext().pipeline();
        engine.getContext()
                .executor()
                .schedule(
                        () -> {
                            pipeline.addFirst(new WriteTimeoutHandler(millis, TimeUnit.MILLISECONDS));
                            pipeline.write(new DefaultHttpContent(Unpooled.wrappedBuffer(
                                    Events.one(2, Events.SMALL).getBytes(UTF_8))));
                        },
                        FLUSHED_MILLIS,
                        TimeUnit.MILLISECONDS);
    }
}
