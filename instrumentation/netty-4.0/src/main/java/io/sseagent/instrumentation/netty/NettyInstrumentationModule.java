package io.sseagent.instrumentation.netty;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.ArrayList;
import java.util.List;

/** Netty 4.0 to 4.2 as a server, and what is built on it: Spring WebFlux on Reactor Netty, Vert.x and others. */
public final class NettyInstrumentationModule extends InstrumentationModule {
    /** The attribute of a channel that holds its {@link io.sseagent.bootstrap.ServerConnection}: inlined as text. */
    static final String CONNECTION = "io.sseagent.connection";

    /** From a channel to what its socket has not taken yet; the buffer is null once the channel is closed. */
    static final String PENDING_BYTES = "unsafe.outboundBuffer.totalPendingWriteBytes";

    @Override
    public String name() {
        return "netty";
    }

    @Override
    public List<TypeInstrumentation> types() {
        List<TypeInstrumentation> types = new ArrayList<>(IdleInstrumentation.all());
        types.add(new HttpObjectDecoderInstrumentation());
        types.add(new HttpObjectEncoderInstrumentation());
        types.add(new ChannelPipelineInstrumentation());
        types.add(new PipelineHeadInstrumentation());
        types.add(new WriteTimeoutInstrumentation());
        return types;
    }
}
