package io.sseagent.testapps.matrix;

import io.sseagent.instrumentation.testing.Capability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The application on Grizzly alone, with a version of Grizzly on its class path. */
enum GrizzlyApp implements Launch {
    OLDEST("2.3", 8),
    /** In Payara 5. */
    V2_4("2.4.4", 8),
    /** In GlassFish 7 and Payara 6. */
    V4_0("4.0.2", 11),
    /** With the add-on. */
    V4_0_HTTP2("4.0.2", 11),
    NEWEST("5.0.2", 21);

    private static final Path APPLICATION = TestApp.file("grizzly.jar");

    private final String version;
    private final int since;

    GrizzlyApp(String version, int since) {
        this.version = version;
        this.since = since;
    }

    /** The lowest on the JDK that runs the tests and the newest on the newest one; all of them under the profile. */
    static Stream<ForkedServer> servers() {
        return Matrix.lowestAndNewest(List.of(OLDEST, V2_4, V4_0, NEWEST));
    }

    @Override
    public int since() {
        return since;
    }

    @Override
    public String toString() {
        return title();
    }

    @Override
    public String title() {
        return "grizzly " + version + (this == V4_0_HTTP2 ? " with HTTP/2" : "");
    }

    @Override
    public List<String> arguments(Path folder) {
        List<String> arguments = new ArrayList<>();
        arguments.add("-Dapp.http2=" + (this == V4_0_HTTP2));
        arguments.addAll(ClassPath.arguments(
                APPLICATION, ClassPath.libraries("grizzly-" + version), "io.sseagent.testapps.grizzly.Application"));
        return arguments;
    }

    @Override
    public Set<Capability> capabilities() {
        return this == V4_0_HTTP2 ? EnumSet.of(Capability.HTTP2) : EnumSet.noneOf(Capability.class);
    }

    @Override
    public String tap() {
        return "grizzly";
    }

    @Override
    public String libraryVersion(Jdk jdk) {
        return version;
    }
}
