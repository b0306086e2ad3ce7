package io.sseagent.testapps.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Prints the number of a port that was free a moment ago. */
public final class FreePort {
    private FreePort() {}

    /** Prints it and ends. */
    public static void main(String[] arguments) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.out.println(socket.getLocalPort());
        }
    }
}
