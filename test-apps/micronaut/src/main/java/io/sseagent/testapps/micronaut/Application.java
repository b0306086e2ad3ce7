package io.sseagent.testapps.micronaut;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Serves on the port given, or a free one, on the loopback; prints {@code PORT=} when it answers. HTTP/2 is up to the resources. Ends with the JVM. */
public final class Application {
    private static final String LARGEST_BODY_BYTES = Integer.toString(16 << 20);

    private Application() {}

    /** The first argument is the port. */
    public static void main(String[] arguments) {
        String port = arguments.length > 0 ? arguments[0] : "-1";
        EmbeddedServer server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "micronaut.server.host",
                        "127.0.0.1",
                        "micronaut.server.port",
                        port,
                        "micronaut.server.http-version",
                        "2.0",
                        "micronaut.server.max-request-size",
                        LARGEST_BODY_BYTES));
        System.out.println("PORT=" + server.getPort());
        System.out.flush();
    }
}
