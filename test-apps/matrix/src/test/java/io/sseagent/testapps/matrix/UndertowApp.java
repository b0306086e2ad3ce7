package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The application on Undertow with a version of it on its class path: its own handlers, or the WAR application's servlets. */
final class UndertowApp implements Launch {
    private static final Path APPLICATION = TestApp.file("undertow.jar");
    private static final String OLDEST = "1.4.0.Final";
    private static final String NEWEST = "2.4.4.Final";
    /** The newest one with servlets. */
    private static final String NEWEST_SERVLETS = "2.3.26.Final";

    private final String version;
    private final Path war;

    private UndertowApp(String version, Path war) {
        this.version = version;
        this.war = war;
    }

    /** Handlers: the lowest and the newest. */
    static List<UndertowApp> handlers() {
        return List.of(new UndertowApp(OLDEST, null), new UndertowApp(NEWEST, null));
    }

    /** Servlets: the lowest and the newest, of {@code javax} and {@code jakarta}. */
    static List<UndertowApp> servlets() {
        return List.of(
                new UndertowApp(OLDEST, TestApp.file("war-javax.war")),
                new UndertowApp(NEWEST_SERVLETS, TestApp.file("war-jakarta.war")));
    }

    static Stream<UndertowApp> all() {
        return Stream.concat(handlers().stream(), servlets().stream());
    }

    static UndertowApp newest() {
        return handlers().get(1);
    }

    static UndertowApp newestWithServlets() {
        return servlets().get(1);
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "undertow " + version + (war == null ? "" : " servlets");
    }

    @Override
    public List<String> arguments(Path folder) {
        List<String> arguments = ClassPath.arguments(
                APPLICATION, ClassPath.libraries("undertow-" + version), "io.sseagent.testapps.undertow.Application");
        return war == null
                ? arguments
                : Stream.concat(Stream.of("-Dapp.war=" + war), arguments.stream())
                        .toList();
    }

    @Override
    public String contextPath() {
        return war == null ? "" : "/app";
    }

    @Override
    public String tap() {
        return "undertow";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }

    /** Together they reach every way to write. */
    @Override
    public List<String> ownAddresses() {
        return war == null
                ? List.of("/whole", "/last", "/last?gathered=1", "/last?gathered=2", "/sse?events=2")
                : List.of(
                        "/timeout?ms=20",
                        "/fail?after=2&how=async",
                        "/big?mb=1",
                        "/nonblocking?events=3&size=70000&flush=0");
    }

    /** HTTP/2 of 1.4.0 leaves a request unanswered that comes in one packet with the preface, with the agent and without. */
    @Override
    public Set<Capability> capabilities() {
        return version.equals(OLDEST)
                ? EnumSet.of(Capability.NON_BLOCKING)
                : EnumSet.of(Capability.HTTP2, Capability.NON_BLOCKING);
    }
}
