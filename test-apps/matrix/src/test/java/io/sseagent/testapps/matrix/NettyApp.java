package io.sseagent.testapps.matrix;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The application on Netty alone, with a version of Netty on its class path. */
final class NettyApp implements Launch {
    private static final Path APPLICATION = TestApp.file("netty.jar");

    private final String version;

    private NettyApp(String version) {
        this.version = version;
    }

    /** The lowest and the newest of each line. */
    static Stream<NettyApp> all() {
        return Stream.of("4.0.28.Final", "4.1.138.Final", "4.2.12.Final").map(NettyApp::new);
    }

    static NettyApp oldest() {
        return all().findFirst().orElseThrow();
    }

    static NettyApp newest() {
        return all().reduce((older, newer) -> newer).orElseThrow();
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "netty " + version;
    }

    @Override
    public List<String> arguments(Path folder) {
        return ClassPath.arguments(
                APPLICATION, ClassPath.libraries("netty-" + version), "io.sseagent.testapps.netty.Application");
    }

    @Override
    public String tap() {
        return "netty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }
}
