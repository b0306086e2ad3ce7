package io.sseagent.instrumentation.netty.http2;

import io.sseagent.tooling.InstrumentationModule;
import io.sseagent.tooling.TypeInstrumentation;
import java.util.Arrays;
import java.util.List;

/**
 * Netty's HTTP/2, 4.1 to 4.2, as a server. One level only, the one that everything passes: the codecs that frameworks put above it
 * end here, whether they make a channel of each stream (Reactor Netty) or not (Vert.x).
 */
public final class NettyHttp2InstrumentationModule extends InstrumentationModule {
    /** The attribute of a channel that holds its {@link io.sseagent.bootstrap.ServerConnection}, as in HTTP/1. */
    static final String CONNECTION = "io.sseagent.connection";

    /** As in HTTP/1. */
    static final String PENDING_BYTES = "unsafe.outboundBuffer.totalPendingWriteBytes";

    @Override
    public String name() {
        return "netty-http2";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return Arrays.<TypeInstrumentation>asList(
                new FrameReadListenerInstrumentation(),
                new ConnectionEncoderInstrumentation(),
                new ConnectionHandlerInstrumentation());
    }
}
