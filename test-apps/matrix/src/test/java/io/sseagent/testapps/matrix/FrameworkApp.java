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
    VERTX_3("vertx", "vertx", "vertx-core", "shop/orders/jazz/events"),
    VERTX_4("vertx-4", "vertx", "vertx-core", "shop/orders/jazz/events"),
    VERTX_5_0("vertx-5", "vertx-5.0", "vertx", "vertx-core", "shop/orders/jazz/events"),
    VERTX_5("vertx-5", "vertx", "vertx-core", "shop/orders/jazz/events"),
    ARMERIA_OLDEST("armeria-1.31", "armeria", "armeria"),
    ARMERIA_NEWEST("armeria", "armeria", "armeria"),
    MICRONAUT_3("micronaut-3", "micronaut", "micronaut-http-server-netty", "idle?ms=10"),
    MICRONAUT_4("micronaut", "micronaut", "micronaut-http-server-netty", "idle?ms=10"),
    MICRONAUT_5("micronaut", "micronaut-5", "micronaut", "micronaut-http-server-netty", "idle?ms=10"),
    KTOR_OLDEST("ktor-3.1", "ktor", "ktor-server-netty-jvm", "unflushed?ms=10"),
    KTOR_NEWEST("ktor", "ktor", "ktor-server-netty-jvm", "unflushed?ms=10"),
    PLAY_OLDEST("play-3.0.2", "play", "play-netty-server_2.13"),
    PLAY_NEWEST("play", "play", "play-netty-server_2.13");

    private static final Pattern IMPATIENT = Pattern.compile("IMPATIENT=(\\d+)");
    private static final String CODEC = "netty-codec-http";

    private final Path jar;
    private final Path libraries;
    private final String framework;
    private final String library;
    private final String last;

    FrameworkApp(String module, String framework, String library) {
        this(module, framework, library, "blocking?events=1");
    }

    /** With the name of its own library, and an address with a whole answer that only it has. */
    FrameworkApp(String module, String framework, String library, String last) {
        this(module, module, framework, library, last);
    }

    /** With the libraries of another module than the one that compiles it. */
    FrameworkApp(String module, String libraries, String framework, String library, String last) {
        this.libraries = TestApp.folder(libraries).resolve("target/libraries");
        this.jar = TestApp.folder(module).resolve("target").resolve(module + ".jar");
        this.framework = framework;
        this.library = library;
        this.last = last;
    }

    static List<FrameworkApp> vertx() {
        return Matrix.isFull() ? List.of(VERTX_3, VERTX_4, VERTX_5_0, VERTX_5) : List.of(VERTX_3, VERTX_4, VERTX_5);
    }

    static List<FrameworkApp> armeria() {
        return List.of(ARMERIA_OLDEST, ARMERIA_NEWEST);
    }

    static List<FrameworkApp> micronaut() {
        return Matrix.isFull() ? List.of(MICRONAUT_3, MICRONAUT_4, MICRONAUT_5) : List.of(MICRONAUT_3, MICRONAUT_4);
    }

    static List<FrameworkApp> ktor() {
        return List.of(KTOR_OLDEST, KTOR_NEWEST);
    }

    static List<FrameworkApp> play() {
        return List.of(PLAY_OLDEST, PLAY_NEWEST);
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
        return framework + " " + ClassPath.version(libraries, library);
    }

    @Override
    public List<String> arguments(Path folder) {
        return ClassPath.arguments(jar, libraries, "io.sseagent.testapps." + framework + ".Application");
    }

    @Override
    public String tap() {
        return "netty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return ClassPath.version(libraries, CODEC);
    }

    @Override
    public int since() {
        return this == MICRONAUT_5 ? 25 : Launch.super.since();
    }

    @Override
    public List<String> ownAddresses() {
        return List.of("/whole", "/channels/jazz/events?events=1", "/" + last);
    }

    @Override
    public boolean isOutOfReach(String hook) {
        return this == MICRONAUT_3 && Hooks.tap(hook).equals("netty-http2");
    }

    @Override
    public Set<Capability> capabilities() {
        return switch (this) {
            // never answers who begins with HTTP/2
            case MICRONAUT_3 -> EnumSet.noneOf(Capability.class);
            // h2c came in 3.5, and has to be switched on
            case KTOR_OLDEST, KTOR_NEWEST -> EnumSet.noneOf(Capability.class);
            // on Pekko HTTP only
            case PLAY_OLDEST, PLAY_NEWEST -> EnumSet.noneOf(Capability.class);
            default -> EnumSet.of(Capability.HTTP2);
        };
    }
}
