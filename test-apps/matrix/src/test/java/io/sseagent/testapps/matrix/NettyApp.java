package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application on Netty alone, with a version of Netty on its class path. */
final class NettyApp implements Launch {
    private static final Path APPLICATION = TestApp.file("netty.jar");
    private static final Pattern PORT = Pattern.compile("PORT=(\\d+)");

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
        Path libraries = Path.of(System.getProperty("servers"), "netty-" + version, "*");
        String classPath = APPLICATION + System.getProperty("path.separator") + libraries;
        return List.of("-cp", classPath, "io.sseagent.testapps.netty.Application");
    }

    @Override
    public Pattern ready() {
        return PORT;
    }

    @Override
    public String contextPath() {
        return "";
    }

    @Override
    public String tap() {
        return "netty";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.noneOf(Capability.class);
    }
}
