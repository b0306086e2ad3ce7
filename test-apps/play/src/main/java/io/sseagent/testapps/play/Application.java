package io.sseagent.testapps.play;

import play.Mode;
import play.server.Server;

/** Serves on the port given, or a free one, on the loopback; prints {@code PORT=} when it answers. HTTP/1. Ends with the JVM. */
public final class Application {
    private static final String LARGEST_BODY_BYTES = Integer.toString(16 << 20);

    private Application() {}

    /** The first argument is the port. */
    public static void main(String[] arguments) {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        System.setProperty("play.server.http.address", "127.0.0.1");
        System.setProperty("play.http.parser.maxMemoryBuffer", LARGEST_BODY_BYTES);
        Server server = Server.forRouter(Mode.TEST, port, Routes::of);
        System.out.println("PORT=" + server.httpPort());
        System.out.flush();
    }
}
