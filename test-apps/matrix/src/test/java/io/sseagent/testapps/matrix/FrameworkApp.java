package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** An application on a framework over Netty, as one of the modules that compile it with their version of the framework. */
enum FrameworkApp implements Launch {
    VERTX_3("vertx", "vertx", "vertx-core"),
    VERTX_4("vertx-4", "vertx", "vertx-core"),
    VERTX_5("vertx-5", "vertx", "vertx-core"),
    ARMERIA_OLDEST("armeria-1.31", "armeria", "armeria"),
    ARMERIA_NEWEST("armeria", "armeria", "armeria");

    private static final Pattern IMPATIENT = Pattern.compile("IMPATIENT=(\\d+)");
    private static final String CODEC = "netty-codec-http";

    private final Path jar;
    private final String framework;
    private final String library;

    /** With the name of its own library. */
    FrameworkApp(String module, String framework, String library) {
        this.jar = TestApp.folder(module).resolve("target").resolve(module + ".jar");
        this.framework = framework;
        this.library = library;
    }

    static List<FrameworkApp> vertx() {
        return List.of(VERTX_3, VERTX_4, VERTX_5);
    }

    static List<FrameworkApp> armeria() {
        return List.of(ARMERIA_OLDEST, ARMERIA_NEWEST);
    }

    /** The address where silent connections are closed, and which {@code /stop} stops alone; Vert.x only. */
    static URI impatient(ForkedServer running) {
        return URI.create(
                "http://127.0.0.1:" + running.jvm().awaitOutput(IMPATIENT).group(1));
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return framework + " " + ClassPath.version(libraries(), library);
    }

    @Override
    public List<String> arguments(Path folder) {
        return ClassPath.arguments(jar, libraries(), "io.sseagent.testapps." + framework + ".Application");
    }

    private Path libraries() {
        return jar.resolveSibling("libraries");
    }

    @Override
    public String tap() {
        return "netty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return ClassPath.version(libraries(), CODEC);
    }

    @Override
    public List<String> ownAddresses() {
        return List.of("/whole", "/channels/jazz/events", "/shop/orders/jazz/events");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.HTTP2);
    }
}
