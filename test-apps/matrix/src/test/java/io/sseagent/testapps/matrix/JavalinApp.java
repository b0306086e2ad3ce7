package io.sseagent.testapps.matrix;

import java.nio.file.Path;
import java.util.List;

/** The Javalin application on the Jetty that Javalin brings along, as one of the modules that compile it with their version. */
enum JavalinApp implements Launch {
    V3("javalin-3"),
    V6("javalin-6"),
    V7("javalin");

    private final Path jar;

    JavalinApp(String module) {
        this.jar = TestApp.folder(module).resolve("target").resolve(module + ".jar");
    }

    /** How a path with a parameter is written. */
    String template() {
        return this == V3 ? "/channels/:name/events" : "/channels/{name}/events";
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "javalin " + ClassPath.version(libraries(), "javalin");
    }

    @Override
    public List<String> arguments(Path folder) {
        return ClassPath.arguments(jar, libraries(), "io.sseagent.testapps.javalin.Application");
    }

    private Path libraries() {
        return jar.resolveSibling("libraries");
    }

    @Override
    public String contextPath() {
        return "/app";
    }

    @Override
    public String tap() {
        return "jetty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return ClassPath.version(libraries(), "jetty-server");
    }

    @Override
    public List<String> ownAddresses() {
        return List.of("/channels/jazz/events");
    }

    /** The server's own are proved where it runs alone. */
    @Override
    public boolean isOutOfReach(String hook) {
        return !Hooks.tap(hook).equals("javalin");
    }
}
