package io.sseagent.testapps.armeria;

import com.linecorp.armeria.server.Server;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Serves on the port given, or a free one, on the loopback; prints {@code PORT=} when it answers. HTTP/1 and h2c. Ends with the JVM. */
public final class Application {
    private static final int LARGEST_BODY_BYTES = 16 << 20;

    private Application() {}

    /** The first argument is the port. */
    public static void main(String[] arguments) {
        // by default it waits three seconds for clients that asked for the end of their connection
        System.setProperty("com.linecorp.armeria.defaultHttp1ConnectionCloseDelayMillis", "0");
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        Server server = Routes.of(Server.builder())
                .http(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .requestTimeoutMillis(0)
                .maxRequestLength(LARGEST_BODY_BYTES)
                .disableDateHeader()
                .build();
        server.start().join();
        System.out.println("PORT=" + server.activeLocalPort());
        System.out.flush();
    }
}
