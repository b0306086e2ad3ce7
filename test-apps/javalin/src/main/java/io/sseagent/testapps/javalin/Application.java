package io.sseagent.testapps.javalin;

import io.javalin.Javalin;

/** {@code Application [port]}: on the loopback address, below {@code /app}; a free port by default. Prints {@code PORT=n} when it answers. */
public final class Application {
    private Application() {}

    /** Runs until the JVM is stopped. */
    public static void main(String[] arguments) {
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        Javalin application = Javalin.create(config -> {
            config.router.contextPath = "/app";
            Routes.add(config.routes);
        });
        // in older versions an application takes its routes here
        application.start("127.0.0.1", port);
        System.out.println("PORT=" + application.port());
    }
}
