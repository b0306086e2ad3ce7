package io.sseagent.dashboards;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for programs that cannot report the one they chose. */
final class FreePort {
    private FreePort() {}

    /** A loopback port that was free a moment ago. */
    static int take() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
