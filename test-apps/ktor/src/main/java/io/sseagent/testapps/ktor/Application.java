package io.sseagent.testapps.ktor;

import io.ktor.server.engine.EmbeddedServer;
import io.ktor.server.engine.EmbeddedServerKt;
import io.ktor.server.engine.EngineConnectorConfig;
import io.ktor.server.netty.Netty;
import io.ktor.server.netty.NettyApplicationEngine;
import java.util.List;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;

/** Serves on the port given, or a free one, on the loopback; prints {@code PORT=} when it answers. HTTP/1. Ends with the JVM. */
public final class Application {
    private Application() {}

    /** The first argument is the port. */
    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        EmbeddedServer<NettyApplicationEngine, NettyApplicationEngine.Configuration> server =
                EmbeddedServerKt.embeddedServer(Netty.INSTANCE, port, "127.0.0.1", List.of(), Routes::install);
        server.start(false);
        List<? extends EngineConnectorConfig> connectors = BuildersKt.runBlocking(
                EmptyCoroutineContext.INSTANCE,
                (scope, continuation) -> server.getEngine().resolvedConnectors(continuation));
        System.out.println("PORT=" + connectors.get(0).getPort());
        System.out.flush();
        // Ktor's threads do not keep a JVM alive
        Thread.currentThread().join();
    }
}
