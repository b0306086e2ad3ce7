package io.sseagent.testapps.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For servers that cannot take one by themselves, or do not tell which. */
final class FreePort {
    private FreePort() {}

    /** One that nobody listened to a moment ago. */
    static int take() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
