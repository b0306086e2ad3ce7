package io.sseagent.instrumentation.netty;

import static io.sseagent.tooling.MethodPattern.method;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/** Netty 4.0 to 4.2 as a server, and what is built on it: Spring WebFlux on Reactor Netty, Vert.x and others. */
public final class NettyInstrumentationModule extends InstrumentationModule {
    /** The attribute of a channel that holds its {@link io.sseagent.bootstrap.ServerConnection}: inlined as text. */
    static final String CONNECTION = "io.sseagent.connection";

    @Override
    public String name() {
        return "netty";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new HttpObjectDecoderInstrumentation(),
                new HttpObjectEncoderInstrumentation(),
                new ChannelPipelineInstrumentation(),
                new PipelineHeadInstrumentation(),
                new IdleInstrumentation(
                        "io.netty.handler.timeout.IdleStateHandler",
                        method(
                                "channelIdle",
                                "io.netty.channel.ChannelHandlerContext",
                                "io.netty.handler.timeout.IdleStateEvent")),
                new IdleInstrumentation(
                        "io.netty.handler.timeout.ReadTimeoutHandler",
                        method("readTimedOut", "io.netty.channel.ChannelHandlerContext")),
                new WriteTimeoutInstrumentation());
    }
}
