package io.sseagent.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sseagent.core.Allocations;
import io.sseagent.core.config.AgentConfig;
import io.sseagent.core.health.AgentHealth;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCostTest {
    private static final int SOCKETS = 10_000;
    /** To open and close the files. */
    private static final int MOST_BYTES = 4096;

    @TempDir
    private Path folder;

    @Test
    void reading_ten_thousand_sockets_allocates_nothing_for_each() {
        ProcNet proc = new ProcNet(folder);
        for (int i = 0; i < SOCKETS; i++) {
            proc.peer(i & 0x7f, 20_000 + i, i);
        }
        proc.write();
        AgentHealth health = new AgentHealth();
        SocketHash hash = new SocketHash(7);
        RouteWire route = new RouteWire("/feed");
        OpenSocket[] streams = new OpenSocket[SOCKETS];
        for (int i = 0; i < SOCKETS; i++) {
            long socket = hash.of("192.0.2." + (i & 0x7f), 20_000 + i, 8080);
            streams[i] = new OpenSocket(socket, 8080, route, null, null);
        }
        int maxSockets =
                AgentConfig.load("", new Properties(), new HashMap<>()).wire().maxSockets();
        Kernel kernel = new Kernel(folder.toFile(), hash, maxSockets, health);
        OpenSockets sockets = new OpenSockets();

        long bytes = Allocations.leastBytesOf(() -> {
            sockets.begin(SOCKETS);
            for (int i = 0; i < SOCKETS; i++) {
                sockets.add(streams[i], i);
            }
            assertThat(kernel.showTo(sockets)).isTrue();
        });

        assertThat(bytes).isLessThan(MOST_BYTES);
        for (int i = 0; i < SOCKETS; i++) {
            assertThat(streams[i].seen).isTrue();
            assertThat(streams[i].queuedBytes).isEqualTo(i);
        }
        assertThat(health.overflows()).isEmpty();
    }
}
